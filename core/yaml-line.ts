/** The pieces of one YAML line: where sentences, comments and brackets begin and end. */

/** Levels of brackets or dashes beyond which nobody writes by hand. */
export const deepest = 60;

/** What stands after the dashes and the key of a line. */
export type Value =
  | { readonly kind: "none" | "quoted" | "block" | "flow" }
  | { readonly kind: "flow-open"; readonly depth: number }
  | { readonly kind: "text"; readonly text: string };

/** Stands for each character inside 「…」, "…" or {…}. */
export const blotted = "\uFFFC";

/** Same length, with closed spans blotted out; `unclosed` is the index of a 「 without 」, else -1. */
export function blot(text: string): { readonly text: string; readonly unclosed: number } {
  if (!/[「"{]/u.test(text)) return { text, unclosed: -1 };
  const parts: string[] = [];
  const closeOf = { '"': nextFinder(text, '"'), "{": nextFinder(text, "}") };
  for (let i = 0; i < text.length; ) {
    const open = text[i] ?? "";
    let end = -1;
    if (open === "「") end = captionEnd(text, i);
    else if (open === '"' || open === "{") end = closeOf[open](i + 1);
    if (end === unclosedCaption) {
      return { text: parts.join("") + blotted.repeat(text.length - i), unclosed: i };
    }
    parts.push(end > i ? blotted.repeat(end - i) : open);
    i = Math.max(end, i + 1);
  }
  return { text: parts.join(""), unclosed: -1 };
}

/** Finds the index after the next `mark`; remembers it, because hostile lines ask a million times. */
function nextFinder(text: string, mark: string): (from: number) => number {
  let known = -1;
  let gone = false;
  return (from) => {
    if (!gone && known < from) known = text.indexOf(mark, from);
    gone ||= known < 0;
    return gone ? -1 : known + 1;
  };
}

const unclosedCaption = -2;

function captionEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "「") depth++;
    if (text[i] === "」" && --depth === 0) return i + 1;
  }
  return unclosedCaption;
}

/** Spaces of any kind at the start. */
export const leading = (text: string): string => /^[ \t\u3000\u00a0]*/u.exec(text)?.[0] ?? "";

/** Where a YAML comment begins in a blotted text; its length when there is none. */
export const commentStart = (text: string): number => {
  const at = text.search(/(?:^|[ \t])#/u);
  return at < 0 ? text.length : at;
};

/** For messages: long texts are cut. */
export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** What kind of value stands after the dashes and the key. */
export function readValue(rest: string): Value {
  const text = rest.slice(0, commentStart(blot(rest).text)).trimEnd();
  if (text === "") return { kind: "none" };
  if (/^[|>][-+1-9]*$/u.test(text)) return { kind: "block" };
  if (/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/u.test(rest)) return { kind: "quoted" };
  return /^[[{]/u.test(rest) ? bracketValue(rest, text) : { kind: "text", text };
}

/** `[a, b]` and `{a: 1}` are YAML; `{金額}` and `{金額} を…` are text; an open bracket goes on only after `[ { ,`. */
function bracketValue(rest: string, text: string): Value {
  const { depth, end } = flowDepth(rest, 0);
  if (depth > 0)
    return /[[{,]\s*(?:#.*)?$/u.test(rest) || depth > deepest
      ? { kind: "flow-open", depth }
      : { kind: "text", text };
  if (!/^\s*(?:#.*)?$/u.test(rest.slice(end))) return { kind: "text", text };
  const inside = rest.slice(1, end - 1);
  if (rest[0] === "{" && inside.trim() !== "" && !/[:,]/u.test(inside))
    return { kind: "text", text };
  return { kind: "flow" };
}

/** Depth of open brackets after a line (or up to the index where it comes back to 0). */
export function flowDepth(
  text: string,
  before: number,
): { readonly depth: number; readonly end: number } {
  let depth = before;
  for (let i = 0; i < text.length && depth <= deepest; i++) {
    const mark = flowMark(text, i);
    if (mark === "comment") break;
    if (mark === "quote") i = closeOf(text, i);
    if (mark === "open") depth++;
    if (mark === "close" && --depth === 0) return { depth: 0, end: i + 1 };
  }
  return { depth, end: text.length };
}

function flowMark(text: string, i: number): "comment" | "quote" | "open" | "close" | null {
  const before = text[i - 1] ?? " ";
  switch (text[i]) {
    case "#":
      return /\s/u.test(before) ? "comment" : null;
    case '"':
    case "'":
      return /[\s,[{:]/u.test(before) ? "quote" : null;
    case "[":
    case "{":
      return "open";
    case "]":
    case "}":
      return "close";
    default:
      return null;
  }
}

function closeOf(text: string, from: number): number {
  const close = text.indexOf(text[from] ?? "", from + 1);
  return close < 0 ? text.length : close;
}
