/** Where the ledger's PostgreSQL is, and its own words for trouble turned into sentences with a remedy. */
import { type BukaError, isBukaError } from "../core/index.ts";
import { postgresError } from "./postgres-messages.ja.ts";

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
}

/** Throws STO082 (not an address) and STO093 (a password in it). */
export function readPlace(place: PostgresPlace): ServerParts {
  const { url: written } = place;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url !== null && url.password !== "") throw postgresError.passwordWritten({});
  const database = decodeURIComponent(url?.pathname.slice(1) ?? "");
  if (url === null || !/^postgres(ql)?:$/u.test(url.protocol) || database === "")
    throw postgresError.badAddress({ written });
  const schema = url.searchParams.get("schema") ?? "public";
  if (!/^[a-z_][a-z0-9_]{0,40}$/u.test(schema)) throw postgresError.badAddress({ written });
  url.searchParams.delete("schema");
  if (place.password !== null) url.password = encodeURIComponent(place.password);
  return {
    host: url.host,
    user: decodeURIComponent(url.username),
    database,
    schema,
    connection: url.href,
  };
}

type Trouble = (server: ServerParts) => BukaError;

/** SQLSTATE (by its beginning) → error; the first match wins. */
const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [/^28/u, (s) => postgresError.passwordRefused(s)],
  [/^3D000/u, (s) => postgresError.noDatabase(s)],
  [/^(42501|3F000)/u, (s) => postgresError.noRight(s)],
  [/^25006/u, (s) => postgresError.readOnly(s)],
  [/^53300/u, (s) => postgresError.crowded(s)],
  [/^53/u, (s) => postgresError.full(s)],
  [/^(55P03|57014|40001|40P01)/u, (s) => postgresError.busy(s)],
  [/^(08|57P0|25P03)/u, (s) => postgresError.away(s)],
];

/** BukaErrors pass; words of the server get a sentence; everything else is a connection that is not there. */
export function namedPostgresError(cause: unknown, server: ServerParts): BukaError {
  if (isBukaError(cause)) return cause;
  const code: unknown = cause instanceof Error && "code" in cause ? cause.code : null;
  const isState = typeof code === "string" && /^[0-9A-Z]{5}$/u.test(code) && /\d/u.test(code);
  if (isState) {
    const make = troubles.find(([pattern]) => pattern.test(code))?.[1];
    return make?.(server) ?? postgresError.failed({ host: server.host, code }, { cause });
  }
  // The client itself asks for a password when the server wants one and there is none.
  if (cause instanceof Error && /password must be a string/u.test(cause.message))
    return postgresError.passwordRefused(server);
  return postgresError.away(server, { cause });
}
