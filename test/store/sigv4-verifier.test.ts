/** The test server's own arithmetic against the examples that Amazon has published for S3. */
import { describe, expect, it } from "vitest";
import { readAuthorization, sha256, signatureOf } from "../support/sigv4-verifier.ts";

/** "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk", bucket examplebucket. */
const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const host = "examplebucket.s3.amazonaws.com";
const nothing = sha256("");
const usual = { host, "x-amz-date": "20130524T000000Z" };

const examples = [
  {
    name: "GET Object with a range",
    request: {
      method: "GET",
      path: "/test.txt",
      query: "",
      headers: { ...usual, range: "bytes=0-9", "x-amz-content-sha256": nothing },
    },
    signed: "host;range;x-amz-content-sha256;x-amz-date",
    signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  },
  {
    name: "PUT Object",
    request: {
      method: "PUT",
      path: "/test%24file.text",
      query: "",
      headers: {
        ...usual,
        date: "Fri, 24 May 2013 00:00:00 GMT",
        "x-amz-content-sha256": sha256("Welcome to Amazon S3."),
        "x-amz-storage-class": "REDUCED_REDUNDANCY",
      },
    },
    signed: "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
    signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
  },
  {
    name: "GET Bucket Lifecycle",
    request: {
      method: "GET",
      path: "/",
      query: "lifecycle",
      headers: { ...usual, "x-amz-content-sha256": nothing },
    },
    signed: "host;x-amz-content-sha256;x-amz-date",
    signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  },
  {
    name: "List Objects",
    request: {
      method: "GET",
      path: "/",
      query: "max-keys=2&prefix=J",
      headers: { ...usual, "x-amz-content-sha256": nothing },
    },
    signed: "host;x-amz-content-sha256;x-amz-date",
    signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  },
] as const;

describe("signature of a request, by our verifier", () => {
  it.each(examples)("equals the published one: $name", ({ request, signed, signature }) => {
    const header = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signed},Signature=${signature}`;
    const auth = readAuthorization(header);
    if (auth === null) expect.unreachable();
    expect(signatureOf(request, auth, secret)).toBe(signature);
    expect(signatureOf(request, auth, `${secret}x`)).not.toBe(signature);
    expect(signatureOf({ ...request, path: "/other" }, auth, secret)).not.toBe(signature);
  });
});
