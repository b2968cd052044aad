/** Where a PostgreSQL is, and its own words for trouble turned into sentences with a remedy. */
import { type BukaError, isBukaError } from "../core/index.ts";
import type { PostgresErrors } from "./postgres-messages.ja.ts";

/** What the server is used for: the words of its errors, and where its tables stand when the address does not say. */
export interface PostgresRole {
  readonly errors: PostgresErrors;
  readonly schema: string;
  /** True = a commit is on disk before it is answered; false = what may be rebuilt. */
  readonly durable: boolean;
  /** More settings of its sessions, name=value. */
  readonly session: readonly string[];
  /** Oldest server as server_version_num; 14.0 when it is not given. */
  readonly leastVersion?: number;
}

/** Address as the settings give it; the password comes from the vault. */
export interface PostgresPlace {
  /** postgres://user@host:5432/database, `?schema=name` for one of several ledgers in a database, `?sslmode=…`. */
  readonly url: string;
  /** Null when the server asks for none. */
  readonly password: string | null;
}

/** The parts of an address. */
export interface ServerParts {
  readonly host: string;
  readonly user: string;
  readonly database: string;
  readonly schema: string;
  /** For the client, password included. Never shown. */
  readonly connection: string;
  readonly errors: PostgresErrors;
}

/** Throws badAddress and passwordWritten. */
export function readPlace(place: PostgresPlace, role: PostgresRole): ServerParts {
  const { errors } = role;
  const { url: written } = place;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url !== null && url.password !== "") throw errors.passwordWritten({});
  const database = decodeURIComponent(url?.pathname.slice(1) ?? "");
  if (url === null || !/^postgres(ql)?:\/\//u.test(written) || database === "")
    throw errors.badAddress({ written });
  const schema = url.searchParams.get("schema") ?? role.schema;
  if (!/^[a-z_][a-z0-9_]{0,40}$/u.test(schema)) throw errors.badAddress({ written });
  url.searchParams.delete("schema");
  if (place.password !== null) url.password = encodeURIComponent(place.password);
  return {
    host: url.host,
    user: decodeURIComponent(url.username),
    database,
    schema,
    connection: url.href,
    errors,
  };
}

type Trouble = (server: ServerParts) => BukaError;

/** SQLSTATE (by its beginning) → error; the first match wins. */
const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [/^28/u, (s) => s.errors.passwordRefused(s)],
  [/^3D000/u, (s) => s.errors.noDatabase(s)],
  [/^(42501|3F000)/u, (s) => s.errors.noRight(s)],
  [/^25006/u, (s) => s.errors.readOnly(s)],
  [/^53300/u, (s) => s.errors.crowded(s)],
  [/^53/u, (s) => s.errors.full(s)],
  [/^(55P03|57014|40001|40P01)/u, (s) => s.errors.busy(s)],
  [/^(08|57P0|25P03)/u, (s) => s.errors.away(s)],
];

/** BukaErrors pass; words of the server get a sentence; everything else is a connection that is not there. */
export function namedPostgresError(cause: unknown, server: ServerParts): BukaError {
  if (isBukaError(cause)) return cause;
  const code: unknown = cause instanceof Error && "code" in cause ? cause.code : null;
  const isState = typeof code === "string" && /^[0-9A-Z]{5}$/u.test(code) && /\d/u.test(code);
  if (isState) {
    const make = troubles.find(([pattern]) => pattern.test(code))?.[1];
    return make?.(server) ?? server.errors.failed({ host: server.host, code }, { cause });
  }
  // The client itself asks for a password when the server wants one and there is none.
  if (cause instanceof Error && /password must be a string/u.test(cause.message))
    return server.errors.passwordRefused(server);
  return server.errors.away(server, { cause });
}
