/** Gathers every error and problem that the rooms declare, with sample facts for their sentences. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesUnder, readText, roomNames, root } from "./product-files.ts";

export interface DeclaredCode {
  readonly code: string;
  /** Room that declares it. */
  readonly room: string;
  readonly file: string;
  readonly what: string;
  readonly next: string;
  /** retryable and final are errors; problems and warnings belong to a line of a file; outcomes to one page or case. */
  readonly kind: "retryable" | "final" | "problem" | "warning" | "outcome";
}

/** Stands for any fact: a text, number or list whose content is 「…」. */
function sampleFact(): unknown {
  const fact: unknown = new Proxy(() => fact, {
    get(_target, key) {
      if (key === Symbol.toPrimitive) return () => "…";
      if (key === Symbol.iterator) return [][Symbol.iterator].bind(["…"]);
      if (key === "length") return 1;
      return fact;
    },
    apply: () => fact,
  });
  return fact;
}

const sampleFacts = new Proxy({}, { get: () => sampleFact() });

type Sentence = (facts: unknown) => unknown;

/** A word looked up by a sample fact is not there; it stands for some word all the same. */
const shown = (words: unknown): string => `${words ?? ""}`.replaceAll("undefined", "…");

function asDeclared(room: string, file: string, row: Record<string, unknown>): DeclaredCode | null {
  const code = row["code"];
  if (typeof code !== "string") return null;
  const say = row["say"];
  if (typeof say === "function") {
    const words = (say as Sentence)(sampleFacts) as { message: string; fix?: string };
    const kind = row["severity"] === "warning" ? "warning" : "problem";
    return { code, room, file, what: shown(words.message), next: shown(words.fix), kind };
  }
  const { what, next, retryable, message } = row;
  if (typeof message === "string") {
    return { code, room, file, what: shown(message), next: shown(next), kind: "outcome" };
  }
  if (typeof what !== "function" || typeof next !== "function") return null;
  return {
    code,
    room,
    file,
    what: shown((what as Sentence)(sampleFacts)),
    next: shown((next as Sentence)(sampleFacts)),
    kind: retryable === true ? "retryable" : "final",
  };
}

/**
 * Rows stand directly in an exported table, or under `.table` of what defineErrors made. A table may also hold
 * functions that give the reason of an outcome ({ code, message, next }).
 */
function rowsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const table = (value as Record<string, unknown>)["table"] ?? value;
  return Object.values(table as object)
    .map((row) => (givesCode(row) ? row(sampleFacts) : row))
    .filter((row) => typeof row === "object" && row !== null);
}

function givesCode(value: unknown): value is (facts: unknown) => Record<string, unknown> {
  return typeof value === "function" && /\bcode: ?"[A-Z]{3}\d{3}"/u.test(value.toString());
}

const declares = /\bcode: "|\b(defineErrors|problemRow|errorRow)\b/u;

export async function declaredCodes(): Promise<DeclaredCode[]> {
  const codes: DeclaredCode[] = [];
  // A table may be put together from rows of another file: the same row counts once.
  const rows = new Set<object>();
  for (const room of roomNames) {
    const files = filesUnder(room).filter((path) => path.endsWith(".ja.ts"));
    for (const file of files.filter((path) => declares.test(readText(path)))) {
      const module: object = await import(pathToFileURL(join(root, file)).href);
      for (const row of Object.values(module).flatMap(rowsOf)) {
        if (rows.has(row)) continue;
        rows.add(row);
        const declared = asDeclared(room, file, row);
        if (declared) codes.push(declared);
      }
    }
  }
  return codes.sort((a, b) => a.code.localeCompare(b.code, "en"));
}
