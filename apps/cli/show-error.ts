/** Shows an error to a person (code, what, where, next step) or as one JSON document. */
import type { BukaError } from "../../core/index.ts";
import { renderProblems } from "../../core/index.ts";
import type { Io } from "./io.ts";
import { words } from "./messages.ja.ts";

export function showError(io: Io, error: BukaError): void {
  if (io.json) {
    io.out(JSON.stringify({ error: errorDocument(error) }));
    return;
  }
  io.err(`${words.errorHead(error.code)}${error.message}`);
  if (error.problems.length > 0) io.err(renderProblems(error.problems));
  io.err(`${words.next} ${error.next}`);
}

/** The stable JSON shape of an error. */
export function errorDocument(error: BukaError): Record<string, unknown> {
  return {
    code: error.code,
    kind: error.kind,
    message: error.message,
    next: error.next,
    retryable: error.retryable,
    place: error.place,
    problems: error.problems,
  };
}
