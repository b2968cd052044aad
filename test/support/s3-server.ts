/** A small strict S3-compatible server of its own making: path style, every signature and every body hash recomputed. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { isSame, readAuthorization, sha256, signatureOf } from "./sigv4-verifier.ts";

export interface S3ServerOptions {
  readonly keyName: string;
  readonly secret: string;
  readonly bucket: string;
  readonly region?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Objects of one page of a list. */
  readonly pageSize?: number;
}

export interface S3Server {
  /** scheme://KEYNAME@host:port/bucket/prefix */
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** Method and path of every request. */
  readonly asked: string[];
  /** What the next requests get instead of an answer: status and code, or nothing at all. */
  trouble: { status: number; code: string; location?: string } | "silence" | null;
  stop(): Promise<void>;
  start(): Promise<void>;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
}

const skewMillis = 900_000;

export async function startS3(options: S3ServerOptions): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const make = () => {
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      void answer(request, response);
    };
    return options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  };
  let server = make();
  let port = 0;
  const start = (): Promise<void> =>
    new Promise((resolve) => {
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        port = typeof address === "object" && address !== null ? address.port : 0;
        resolve();
      });
    });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
    const body = Buffer.concat(chunks);
    const [path = "", query = ""] = (request.url ?? "").split("?");
    asked.push(`${request.method} ${path}`);
    if (self.trouble === "silence") return;
    const [status, told] = decide(request.method ?? "", path, query, { request, body });
    if (typeof self.trouble === "object" && self.trouble?.location !== undefined)
      response.setHeader("location", self.trouble.location);
    say(response, status, told);
  };
  const decide = (
    method: string,
    path: string,
    query: string,
    at: { readonly request: IncomingMessage; readonly body: Buffer },
  ): readonly [number, string | Buffer] => {
    const { trouble } = self;
    const refused =
      trouble !== null && trouble !== "silence"
        ? trouble
        : refusalOf(options, { ...at, path, query });
    if (refused) return [refused.status, errorXml(refused.code)];
    const [, bucket = "", ...rest] = path.split("/").map(decodeURIComponent);
    if (bucket !== options.bucket) return [404, errorXml("NoSuchBucket")];
    const key = rest.join("/");
    if (key === "") return [200, listXml(objects, query, options.pageSize ?? 1000)];
    return serve(objects, method, key, at.body);
  };
  await start();
  const self: S3Server = {
    url: `${options.tls ? "https" : "http"}://${options.keyName}@127.0.0.1:${port}/${options.bucket}/shou`,
    objects,
    asked,
    trouble: null,
    async start() {
      server = make();
      await start();
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return self;
}

function serve(
  objects: Map<string, Buffer>,
  ...[method, key, body]: readonly [string, string, Buffer]
): readonly [number, string | Buffer] {
  if (method === "PUT") objects.set(key, body);
  if (method === "PUT") return [200, ""];
  if (method === "DELETE") objects.delete(key);
  if (method === "DELETE") return [204, ""];
  const found = objects.get(key);
  return found === undefined ? [404, errorXml("NoSuchKey")] : [200, found];
}

function refusalOf(
  options: S3ServerOptions,
  at: {
    readonly request: IncomingMessage;
    readonly path: string;
    readonly query: string;
    readonly body: Buffer;
  },
): Refusal | null {
  const headers = Object.fromEntries(
    Object.entries(at.request.headers).map(([name, value]) => [name, String(value)]),
  );
  const auth = readAuthorization(headers["authorization"] ?? "");
  if (auth === null) return { status: 403, code: "AccessDenied" };
  if (auth.keyName !== options.keyName) return { status: 403, code: "InvalidAccessKeyId" };
  if (auth.region !== (options.region ?? "us-east-1") || auth.service !== "s3")
    return { status: 400, code: "AuthorizationHeaderMalformed" };
  for (const name of ["host", "x-amz-content-sha256", "x-amz-date"])
    if (!auth.signedHeaders.includes(name)) return { status: 403, code: "AccessDenied" };
  const { method = "" } = at.request;
  const expected = signatureOf({ method, ...at, headers }, auth, options.secret);
  if (!isSame(expected, auth.signature)) return { status: 403, code: "SignatureDoesNotMatch" };
  if (headers["x-amz-content-sha256"] !== sha256(at.body))
    return { status: 400, code: "XAmzContentSHA256Mismatch" };
  const sent = (headers["x-amz-date"] ?? "").replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u,
    "$1-$2-$3T$4:$5:$6Z",
  );
  const isSkewed = !(Math.abs(Date.parse(sent) - Date.now()) <= skewMillis);
  return isSkewed ? { status: 403, code: "RequestTimeTooSkewed" } : null;
}

function say(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, { "content-length": Buffer.byteLength(body) });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

const errorXml = (code: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>no</Message></Error>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function listXml(objects: ReadonlyMap<string, Buffer>, query: string, size: number): string {
  const wish = new URLSearchParams(query);
  const after = wish.get("continuation-token") ?? "";
  const names = [...objects.keys()]
    .filter((name) => name.startsWith(wish.get("prefix") ?? "") && name > after)
    .sort();
  const page = names.slice(0, size);
  const more = names.length > size;
  const rows = page.map((name) => `<Contents><Key>${escaped(name)}</Key></Contents>`).join("");
  const next = `<NextContinuationToken>${escaped(page.at(-1) ?? "")}</NextContinuationToken>`;
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? next : ""}${rows}</ListBucketResult>`;
}
