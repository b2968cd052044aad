/** Knows formulas that were filled down by their bytes: the same as above but for the row numbers that move. */
import type { Program } from "../formula/program.ts";
import { decodeEntities } from "./xml.ts";

interface Pattern {
  readonly program: Program;
  /** Bytes between the row numbers, one after another. */
  readonly bytes: Uint8Array;
  /** End of each piece in `bytes`; between two pieces stands a row number. */
  readonly ends: readonly number[];
  /** Row numbers relative to the row of the formula. */
  readonly rows: readonly number[];
}

const zero = 0x30;
const nine = 0x39;

export class FilledDown {
  readonly #bytes: Buffer;
  /** By column: the program that stood in the cell above, or its pattern once it has come twice. */
  readonly #above: (Pattern | Program | undefined)[] = [];
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Where the formula above ends when it is the same from `start` on for this row (from 0); -1 when it is another. */
  endOf(col: number, row: number, start: number): number {
    const above = this.#above[col];
    if (above === undefined || !("ends" in above)) return -1;
    return this.#matches(above, row + 1, start) ? this.#at : -1;
  }

  /** The program of the formula above in this column. */
  programAbove(col: number): Program | null {
    const above = this.#above[col];
    return above !== undefined && "ends" in above ? above.program : null;
  }

  /** Tells what the formula at this place was after all. `raw` is the text as it stands in the file. */
  learn(place: { row: number; col: number }, program: Program, raw: string): void {
    const above = this.#above[place.col];
    const repeated = above !== undefined && !("ends" in above) && above === program;
    this.#above[place.col] = repeated ? (patternOf(program, place, raw) ?? program) : program;
  }

  #matches(pattern: Pattern, row: number, start: number): boolean {
    const { ends, rows } = pattern;
    this.#at = start;
    let from = 0;
    for (let i = 0; i < ends.length; i++) {
      const to = ends[i] ?? 0;
      if (!this.#isPiece(pattern.bytes, from, to)) return false;
      from = to;
      const moved = rows[i];
      if (moved !== undefined && this.#rowNumber() !== row + moved) return false;
    }
    return true;
  }

  #isPiece(pieces: Uint8Array, from: number, to: number): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    for (let p = from; p < to; p++) if (bytes[at++] !== pieces[p]) return false;
    this.#at = at;
    return true;
  }

  /** -1 for what is no row number. */
  #rowNumber(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    let digit = bytes[at] ?? 0;
    if (digit === zero) return -1;
    let n = 0;
    for (; digit >= zero && digit <= nine; digit = bytes[++at] ?? 0) n = n * 10 + digit - zero;
    this.#at = at;
    return n;
  }
}

/** Null when the formula does not read as its program says. */
function patternOf(
  program: Program,
  place: { row: number; col: number },
  raw: string,
): Pattern | null {
  const text = decodeEntities(raw);
  const row = place.row + 1;
  if (program.failure || !program.isTextAt(text, row, place.col)) return null;
  const { pieces, rows } = program.templateIn(place.col);
  const written = raw === text ? null : placesIn(raw);
  const out: Buffer[] = [];
  let at = 0;
  pieces.forEach((piece, i) => {
    const end = at + piece.length;
    out.push(Buffer.from(written ? raw.slice(written[at], written[end]) : piece));
    const moved = rows[i];
    at = moved === undefined ? end : end + String(row + moved).length;
  });
  let stop = 0;
  const ends = out.map((piece) => {
    stop += piece.length;
    return stop;
  });
  return { program, bytes: Buffer.concat(out), ends, rows };
}

/** For each character of the text, and its end: where it begins as it is written. */
function placesIn(raw: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < raw.length; ) {
    const semicolon = raw[at] === "&" ? raw.indexOf(";", at) : at;
    const next = semicolon + 1;
    const count = raw[at] === "&" ? decodeEntities(raw.slice(at, next)).length : 1;
    for (let i = 0; i < count; i++) places.push(at);
    at = next;
  }
  places.push(raw.length);
  return places;
}
