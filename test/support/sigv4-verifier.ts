/** AWS Signature Version 4 of S3, computed from Amazon's documentation alone: what a strict server recomputes of a request. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export interface SignedRequest {
  readonly method: string;
  /** Path as it was sent, percent-encoded. */
  readonly path: string;
  /** Without "?", as it was sent. */
  readonly query: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Authorization {
  readonly keyName: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const shape =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/u;

/** Null when the header is not one. */
export function readAuthorization(header: string): Authorization | null {
  const m = shape.exec(header);
  if (!m) return null;
  const [, keyName = "", date = "", region = "", service = "", signed = "", signature = ""] = m;
  return { keyName, date, region, service, signedHeaders: signed.split(";"), signature };
}

/** Step by step as in "Authenticating Requests (AWS Signature Version 4)". */
export function signatureOf(
  request: SignedRequest,
  auth: Pick<Authorization, "date" | "region" | "service" | "signedHeaders">,
  secret: string,
): string {
  const { headers } = request;
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    ...auth.signedHeaders.map(
      (name) => `${name}:${(headers[name] ?? "").trim().replace(/ +/gu, " ")}`,
    ),
    "",
    auth.signedHeaders.join(";"),
    headers["x-amz-content-sha256"] ?? "",
  ].join("\n");
  const scope = `${auth.date}/${auth.region}/${auth.service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"] ?? "", scope, sha256(canonical)].join(
    "\n",
  );
  const key = [auth.date, auth.region, auth.service, "aws4_request"].reduce<Buffer>(
    (signer, part) => hmac(signer, part),
    Buffer.from(`AWS4${secret}`),
  );
  return hmac(key, toSign).toString("hex");
}

export function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

function canonicalQuery(query: string): string {
  if (query === "") return "";
  return query
    .split("&")
    .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
    .sort()
    .join("&");
}
