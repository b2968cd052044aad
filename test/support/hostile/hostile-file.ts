/** One file that no scanner should send: its name, how it is made, and what must come of it. */

export interface HostileFile {
  /** ASCII, unique in the corpus, with an extension that may lie. */
  readonly name: string;
  /** refused = a code and a sentence; read = a page like any other; either = both are right. */
  readonly expect: "refused" | "read" | "either";
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
}

export const text = (content: string): Uint8Array => Buffer.from(content, "latin1");

type Bend = (whole: Uint8Array, turn: number) => Uint8Array;

/** `count` spoilt copies of one file, which is made once. */
function copies(
  name: string,
  extension: string,
  count: number,
  spoil: { readonly whole: () => Promise<Uint8Array>; readonly bend: Bend },
): HostileFile[] {
  let made: Promise<Uint8Array> | null = null;
  return Array.from({ length: count }, (_, i) => ({
    name: `${name}-${String(i + 1).padStart(2, "0")}.${extension}`,
    expect: "either" as const,
    bytes: async () => {
      made ??= spoil.whole();
      return spoil.bend(await made, i + 1);
    },
  }));
}

/** The same file cut off at `count` places, from its very beginning to just before its end. */
export function truncations(
  name: string,
  extension: string,
  count: number,
  whole: () => Promise<Uint8Array>,
): HostileFile[] {
  const bend: Bend = (bytes, turn) =>
    bytes.subarray(0, Math.max(1, Math.floor((bytes.length * turn) / (count + 1))));
  return copies(`${name}-cut`, extension, count, { whole, bend });
}

/** The same file with some of its bytes changed, by a seed per file. */
export function mutations(
  name: string,
  extension: string,
  count: number,
  whole: () => Promise<Uint8Array>,
): HostileFile[] {
  return copies(`${name}-bent`, extension, count, { whole, bend: changed });
}

function changed(whole: Uint8Array, turn: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  let state = turn * 2654435761;
  for (let n = 0; n < 1 + 3 * turn; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = 8 + (state % Math.max(1, bytes.length - 8));
    bytes[at] = (state >>> 16) & 255;
  }
  return bytes;
}
