/** One event as one line of text for lists and files: nothing in it can break the line or turn its direction. */
import type { CaseEvent } from "./store.ts";

// Control characters, line and paragraph separators, zero-width and BiDi marks, BOM, tag characters, lone surrogates.
const unsafe =
  /[\p{Cc}\p{Cs}\u{ad}\u{61c}\u{180e}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]/gu;

/**
 * `2026-11-20T08:30:00+09:00 CASE person "佐藤" state {"to":"ready"}`: office time, case, who, what, facts as JSON.
 * Unsafe characters are shown as \u001b, so that the line stays one line on every terminal and in every editor.
 */
export function eventLine(event: CaseEvent): string {
  const { caseId, actor, facts } = event;
  const parts = [officeTime(event.at), caseId, actor.kind, JSON.stringify(actor.name), event.event];
  return shown([...parts, JSON.stringify(facts)].join(" "));
}

const shown = (text: string): string => text.replace(unsafe, (c) => [...units(c)].join(""));

function* units(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += 1) {
    yield `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
}

function officeTime(iso: string): string {
  const shifted = new Date(Date.parse(iso) + 9 * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}+09:00`;
}
