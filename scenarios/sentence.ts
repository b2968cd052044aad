/** Cuts a sentence into what is seen 「…」, values {…} and plain words, and remembers where each piece stands. */
import type { Place, ProblemBook } from "../core/index.ts";
import { kanjiCount, kanjiDigits } from "./keyword-words.ja.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { Value, ValuePart } from "./scenario.ts";

/** Stand for one 「…」 and one {…} in the canonical form of a sentence. */
export const captionMark = "\uE001";
export const fieldMark = "\uE002";

export interface Piece {
  readonly kind: "caption" | "field";
  /** What stands between the brackets. */
  readonly text: string;
  /** Offsets in the sentence, brackets included. */
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  readonly text: string;
  readonly at: Place;
  /** Words after NFKC without spaces and 、。; each bracketed piece is one mark. */
  readonly canon: string;
  /** For each character of `canon`: the piece it stands for, or null. */
  readonly pieces: readonly (Piece | null)[];
  /** For each character of `canon` (and its end): offset in the sentence. */
  readonly offsets: readonly number[];
}

const closers: Readonly<Record<string, string>> = { "「": "」", "{": "}", "｛": "｝" };
const arrows = /[→⇒➡＞>]/u;

/** Reads one sentence; brackets that never close become plain words (the YAML reader has reported 「). */
export function readSentence(text: string, at: Place): Sentence {
  const pieces: (Piece | null)[] = [];
  const offsets: number[] = [];
  let canon = "";
  const put = (words: string, offset: number, piece: Piece | null): void => {
    canon += words;
    for (let i = 0; i < words.length; i++) {
      pieces.push(piece);
      offsets.push(offset);
    }
  };
  for (let i = 0; i < text.length; ) {
    const end = pieceEnd(text, i);
    if (end > 0) {
      const kind = text[i] === "「" ? "caption" : "field";
      put(kind === "caption" ? captionMark : fieldMark, i, {
        kind,
        text: text.slice(i + 1, end - 1),
        start: i,
        end,
      });
    } else put(plain(text[i] ?? ""), i, null);
    i = Math.max(end, i + 1);
  }
  canon = canon.replace(kanjiCount, (digit) => String(kanjiDigits.indexOf(digit)));
  return { text, at, canon, pieces, offsets: [...offsets, text.length] };
}

/** Plain words come from few characters; normalising each again and again would cost most of the time. */
const plainCharacters = new Map<string, string>();
const mostPlainCharacters = 5000;

function plain(character: string): string {
  const known = plainCharacters.get(character);
  if (known !== undefined) return known;
  const words = arrows.test(character)
    ? "→"
    : character.normalize("NFKC").replace(/[\s、。，．\u200b\u2060\ufeff]/gu, "");
  if (plainCharacters.size < mostPlainCharacters) plainCharacters.set(character, words);
  return words;
}

/** Offset after the bracketed piece that opens at `from`; -1 when none does. */
function pieceEnd(text: string, from: number): number {
  const open = text[from] ?? "";
  const close = closers[open];
  if (close === undefined) return -1;
  if (open !== "「") {
    const near = text.slice(from, from + 100);
    // {{…}} of other tools is one odd name, not a name and a stray brace.
    const twin = near.startsWith(open + open) ? near.indexOf(close + close) : -1;
    const end = twin < 0 ? near.indexOf(close) : twin + 1;
    return end < 0 ? -1 : from + end + 1;
  }
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "「") depth++;
    if (text[i] === "」" && --depth === 0) return i + 1;
  }
  return -1;
}

/** Place of a stretch of the sentence in its file. */
export function placeIn(sentence: Sentence, start: number, end: number): Place {
  const { at } = sentence;
  return { ...at, column: at.column + start, length: Math.max(1, end - start) };
}

/** Field names: letters of any language, digits, and what forms print in captions; nothing a program reacts to. */
export function isFieldName(name: string): boolean {
  return /^[\p{L}][\p{L}\p{N}ー・（）()_]{0,59}$/u.test(name) && !(name in {});
}

/** The name in a {…} piece, trimmed; reports names that cannot be fields. */
export function fieldName(sentence: Sentence, piece: Piece, book: ProblemBook): string {
  const name = piece.text.trim().normalize("NFC");
  if (!isFieldName(name)) {
    const place = placeIn(sentence, piece.start, piece.end);
    book.add(scenarioProblem.fieldName, { name }, place);
  }
  return name;
}

/** The fixed text and fields of pieces that stand side by side: 「R{年度}-」{番号}. */
export function valueOfPieces(
  sentence: Sentence,
  pieces: readonly Piece[],
  book: ProblemBook,
): Value {
  return pieces.flatMap((piece): ValuePart[] =>
    piece.kind === "field"
      ? [{ kind: "field", name: fieldName(sentence, piece, book) }]
      : captionParts(sentence, piece, book),
  );
}

function captionParts(sentence: Sentence, piece: Piece, book: ProblemBook): ValuePart[] {
  const parts: ValuePart[] = [];
  let from = 0;
  for (const m of piece.text.matchAll(/\{([^{}]*)\}/gu)) {
    if (m.index > from) parts.push({ kind: "text", text: piece.text.slice(from, m.index) });
    const start = piece.start + 1 + m.index;
    const inner = { kind: "field" as const, text: m[1] ?? "", start, end: start + m[0].length };
    parts.push({ kind: "field", name: fieldName(sentence, inner, book) });
    from = m.index + m[0].length;
  }
  const rest = piece.text.slice(from);
  if (rest !== "" || parts.length === 0) parts.push({ kind: "text", text: rest });
  return parts;
}
