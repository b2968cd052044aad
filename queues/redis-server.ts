/** The Redis behind the bullmq driver: loaded lazily, connected once, and refused when its settings would lose or drop jobs. */
import type { Redis } from "ioredis";
import { isBukaError } from "../core/index.ts";
import { redisError } from "./redis-messages.ja.ts";

/** Where the queue is: redis:// or rediss:// without password; the password comes from the vault. */
export interface RedisPlace {
  readonly url: string;
  /** Null when the server asks for none. */
  readonly password: string | null;
}

/** Loads a package or says which one is missing and how to get it. */
export async function loadPackage<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw redisError.packageMissing({ name }, { cause });
  }
}

/** host:port, without what stands before @. */
export function shownPlace(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "?";
}

/** Connects and looks at the server. Throws QUE130–QUE135, each with what to do. */
export async function connectRedis(place: RedisPlace): Promise<Redis> {
  if (!/^rediss?:\/\//u.test(place.url) || !URL.canParse(place.url))
    throw redisError.badAddress({ written: place.url });
  const { Redis: Client } = await loadPackage("ioredis", () => import("ioredis"));
  const redis = new Client(place.url, {
    ...(place.password === null ? {} : { password: place.password }),
    lazyConnect: true,
    connectTimeout: 5_000,
    // A queue that is away must be noticed at once: the ledger holds the cases, a person or the next run goes on.
    maxRetriesPerRequest: null,
    enableOfflineQueue: false,
    // Ten seconds: long enough for a server that is restarted.
    retryStrategy: (times) => (times > 12 ? null : Math.min(200 * times, 1_000)),
  });
  // A refused password is told in an event only; later each command reports its own failure.
  let told: unknown = null;
  redis.on("error", (error: unknown) => {
    told = error;
  });
  try {
    await redis.connect();
    await checkServer(redis, place);
    return redis;
  } catch (cause) {
    redis.disconnect();
    throw namedRedisError(isBukaError(cause) ? cause : (told ?? cause), place.url);
  }
}

/**
 * Writes a word that is gone at once, and gives the used share of maxmemory; null where that is not set. A server at its
 * limit still takes a short word now and then: that is QUE136 all the same.
 */
export async function usedShare(
  redis: Redis,
  place: RedisPlace,
  key: string,
): Promise<number | null> {
  await redis.set(key, "", "PX", 1_000);
  const value = await infoOf(redis);
  const most = Number(value("maxmemory"));
  const share = most > 0 ? Number(value("used_memory")) / most : null;
  if (share !== null && share >= 1) throw redisError.full({ host: shownPlace(place.url) });
  return share;
}

async function infoOf(redis: Redis): Promise<(key: string) => string> {
  const info = await redis.info();
  return (key) => new RegExp(`^${key}:(.*)$`, "mu").exec(info)?.[1]?.trim() ?? "";
}

async function checkServer(redis: Redis, place: RedisPlace): Promise<void> {
  const value = await infoOf(redis);
  const [major = 0, minor = 0] = value("redis_version").split(".").map(Number);
  if (major < 6 || (major === 6 && minor < 2))
    throw redisError.tooOld({ version: value("redis_version"), host: shownPlace(place.url) });
  const policy = value("maxmemory_policy");
  if (policy !== "" && policy !== "noeviction")
    throw redisError.evicts({ policy, host: shownPlace(place.url) });
}

/** Errors of the connection and of the server as sentences; BukaErrors pass. */
export function namedRedisError(cause: unknown, url: string): Error {
  if (isBukaError(cause)) return cause;
  const text = cause instanceof Error ? cause.message : "";
  const host = shownPlace(url);
  if (/WRONGPASS|NOAUTH|NOPERM|invalid password/iu.test(text))
    return redisError.passwordRefused({ host, missing: /NOAUTH/u.test(text) }, { cause });
  if (/\bOOM\b|MISCONF/u.test(text)) return redisError.full({ host }, { cause });
  return redisError.away({ host }, { cause });
}
