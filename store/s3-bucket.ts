/** One bucket of an S3-compatible server: signed requests to the declared host only, each with a time limit and few retries. */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { AwsClient } from "aws4fetch";
import { type BukaError, isBukaError } from "../core/index.ts";
import { s3Error } from "./s3-messages.ja.ts";

/** Address as the settings give it; the secret comes from the vault. */
export interface S3Place {
  /** https://KEYNAME@host:9000/bucket or …/bucket/prefix, `?region=…` where it is not us-east-1. */
  readonly url: string;
  /** Null when the vault has none. */
  readonly secret: string | null;
}

export interface S3Limits {
  /** For one request, 15 s when not given. */
  readonly patienceMillis?: number;
  /** Before the second and the third try; 500 ms when not given. */
  readonly retryMillis?: number;
}

/** Objects by name, below the prefix of the settings. Errors are BukaErrors (STO045–STO059). */
export interface S3Bucket {
  /** host:port, for texts. */
  readonly host: string;
  /** The hash of the bytes is signed: nothing else can arrive. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such object. */
  get(name: string): Promise<Uint8Array | null>;
  holds(name: string): Promise<boolean>;
  remove(name: string): Promise<void>;
  list(): Promise<readonly string[]>;
  /** Breaks off what is on its way, and does nothing more. */
  stop(): void;
}

const tries = 3;
const usualPatience = 15_000;
const usualRetry = 500;
const certificateTrouble = /CERT|SELF_SIGNED|SSL|TLS|UNABLE_TO_VERIFY|ALTNAME/u;

interface Doors {
  readonly client: () => Promise<AwsClient>;
  readonly host: string;
  readonly bucket: string;
  readonly prefix: string;
  /** scheme://host/bucket, without user and query. */
  readonly base: string;
  readonly missing: boolean;
  readonly stopper: AbortController;
  readonly patience: number;
  readonly retry: number;
}

interface Wish {
  readonly method: "GET" | "PUT" | "HEAD" | "DELETE";
  /** After the bucket: /name or ?query. */
  readonly tail: string;
  readonly bytes?: Uint8Array;
}

interface Told {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Reads the address; nobody is asked yet. Throws STO044 and STO059. */
export function openBucket(place: S3Place, limits: S3Limits = {}): S3Bucket {
  const doors = doorsOf(place, limits);
  const pathOf = (name: string): string => `/${encodePath(doors.prefix + name)}`;
  return {
    host: doors.host,
    async put(name, bytes) {
      await ask(doors, { method: "PUT", tail: pathOf(name), bytes });
    },
    get: (name) => get(doors, pathOf(name)),
    // A HEAD that fails does not say why.
    holds: async (name) =>
      (await ask(doors, { method: "HEAD", tail: pathOf(name) })) !== null ||
      (await get(doors, pathOf(name))) !== null,
    async remove(name) {
      await ask(doors, { method: "DELETE", tail: pathOf(name) });
    },
    list: () => listNames(doors),
    stop: () => doors.stopper.abort(),
  };
}

function doorsOf(place: S3Place, limits: S3Limits): Doors {
  const { url: written } = place;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url !== null && url.password !== "") throw s3Error.secretWritten({});
  const [bucket = "", ...rest] = (url?.pathname ?? "").split("/").filter((part) => part !== "");
  const keyName = decodeURIComponent(url?.username ?? "");
  const isGood =
    url !== null &&
    /^https?:\/\//u.test(written) &&
    /^[a-z0-9][a-z0-9.-]{1,62}$/u.test(bucket) &&
    rest.every((part) => /^[\w.-]{1,60}$/u.test(part) && !/^\.+$/u.test(part)) &&
    keyName !== "";
  if (!isGood) throw s3Error.badAddress({ written });
  return {
    client: signer(keyName, place.secret, url.searchParams.get("region") ?? "us-east-1"),
    host: url.host,
    bucket,
    prefix: rest.map((part) => `${part}/`).join(""),
    base: `${url.protocol}//${url.host}/${bucket}`,
    missing: place.secret === null,
    stopper: new AbortController(),
    patience: limits.patienceMillis ?? usualPatience,
    retry: limits.retryMillis ?? usualRetry,
  };
}

async function get(doors: Doors, tail: string): Promise<Uint8Array | null> {
  return (await ask(doors, { method: "GET", tail }))?.bytes ?? null;
}

/** Loaded with the first request. */
function signer(keyName: string, secret: string | null, region: string): Doors["client"] {
  let made: Promise<AwsClient> | null = null;
  const make = async (): Promise<AwsClient> => {
    const { AwsClient: Client } = await import("aws4fetch");
    // An empty secret cannot sign; nothing is sent before there is one.
    return new Client({
      accessKeyId: keyName,
      secretAccessKey: secret ?? "-",
      service: "s3",
      region,
    });
  };
  return () => {
    made ??= make();
    return made;
  };
}

const encodePath = (name: string): string => name.split("/").map(encodeURIComponent).join("/");

/** Null when there is no such object. Tries again, twice, when that may help. */
async function ask(doors: Doors, wish: Wish): Promise<Told | null> {
  if (doors.missing) throw s3Error.keyRefused({ host: doors.host, missing: true });
  for (let left = tries - 1; ; left -= 1) {
    const answer = await once(doors, wish);
    if (!isBukaError(answer)) return answer;
    const { signal } = doors.stopper;
    if (left === 0 || !answer.retryable || signal.aborted) throw answer;
    await pause(doors.retry * (tries - left), undefined, { signal }).catch(() => undefined);
  }
}

async function once(doors: Doors, wish: Wish): Promise<Told | null | BukaError> {
  let told: Told;
  try {
    told = await send(doors, wish);
  } catch (cause) {
    return networkError(doors, cause);
  }
  if (told.status >= 200 && told.status < 300) return told;
  return refusal(doors, wish, told);
}

/** Redirects are not followed: the declared host alone gets evidence. */
async function send({ client, base, patience, stopper }: Doors, wish: Wish): Promise<Told> {
  const signing = await client();
  const request = await signing.sign(`${base}${wish.tail}`, {
    method: wish.method,
    headers: { "X-Amz-Content-Sha256": hashOf(wish.bytes ?? new Uint8Array()) },
    ...(wish.bytes === undefined ? {} : { body: Buffer.from(wish.bytes) }),
  });
  const answer = await fetch(request, {
    redirect: "manual",
    signal: AbortSignal.any([AbortSignal.timeout(patience), stopper.signal]),
  });
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function networkError({ host }: Doors, error: unknown): BukaError {
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code: unknown = cause instanceof Error && "code" in cause ? cause.code : null;
  if (typeof code === "string" && certificateTrouble.test(code))
    return s3Error.notTrusted({ host, code }, { cause: error });
  return s3Error.away({ host }, { cause: error });
}

type Refusal = (doors: Doors) => BukaError;

/** Code in the server's own answer (by its beginning) → error; the first match wins. */
const refusals: readonly (readonly [RegExp, Refusal])[] = [
  [/^NoSuchBucket/u, (d) => s3Error.noBucket(d)],
  [/^RequestTimeTooSkewed/u, (d) => s3Error.clockOff(d)],
  [
    /^(SignatureDoesNotMatch|InvalidAccessKeyId|AuthorizationHeaderMalformed)/u,
    (d) => s3Error.keyRefused({ host: d.host, missing: false }),
  ],
  [/^(AccessDenied|AllAccessDisabled)/u, (d) => s3Error.noRight(d)],
  [/(QuotaExceeded|StorageFull|InsufficientStorage)/u, (d) => s3Error.full(d)],
];

function refusal(doors: Doors, wish: Wish, told: Told): BukaError | null {
  if (wish.method === "HEAD") return null;
  const said = /<Code>([A-Za-z]{1,60})<\/Code>/u.exec(textOf(told))?.[1] ?? "";
  const make = refusals.find(([pattern]) => pattern.test(said))?.[1];
  if (make) return make(doors);
  const { host } = doors;
  if (told.status === 404 && /^(GET|DELETE)\//u.test(`${wish.method}${wish.tail}`)) return null;
  if (told.status === 404) return s3Error.noBucket(doors);
  if (told.status === 403) return s3Error.noRight(doors);
  if (told.status === 507) return s3Error.full({ host });
  return s3Error.failed({ host, code: said === "" ? `HTTP ${told.status}` : said });
}

const textOf = (told: Told): string => new TextDecoder().decode(told.bytes.subarray(0, 10_000));

/** Page after page; names of others below the prefix are given too. */
async function listNames(doors: Doors): Promise<readonly string[]> {
  const names: string[] = [];
  for (let token: string | null = ""; token !== null; ) {
    const more: string = token === "" ? "" : `continuation-token=${encodeURIComponent(token)}&`;
    const tail = `?${more}list-type=2&prefix=${encodeURIComponent(doors.prefix)}`;
    const told: Told | null = await ask(doors, { method: "GET", tail });
    const xml = new TextDecoder().decode(told?.bytes);
    for (const [, key = ""] of xml.matchAll(/<Key>([^<]*)<\/Key>/gu))
      names.push(plain(key).slice(doors.prefix.length));
    const next = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/u.exec(xml)?.[1];
    token = /<IsTruncated>true<\/IsTruncated>/u.test(xml) && next ? plain(next) : null;
  }
  return names;
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

const plain = (xml: string): string =>
  xml.replace(/&(?:lt|gt|quot|apos|amp);/gu, (e) => entities[e] ?? e);
