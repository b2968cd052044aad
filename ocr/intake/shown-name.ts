/** A file's name as it may stand in a sentence: without folders, and without signs that write over the screen. */
import { basename } from "node:path";

/** Control signs, and the signs that turn the direction of writing round. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const LONGEST = 120;

export function shownName(path: string): string {
  const name = basename(path).replace(unseen, "\ufffd");
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}
