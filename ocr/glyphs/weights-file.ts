/** Reads the weight files (layout: training/weights_file.py) and distrusts every length in them. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { ocrErrors } from "../messages.ja.ts";

/** One layer with its int8 weights as torch orders them: out × (in × 3 × 3) for convolutions, out × in for dense ones. */
export interface NetLayer {
  readonly out: number;
  readonly inn: number;
  /** 1 or 2 for 3×3 convolutions, 0 for dense layers. */
  readonly stride: number;
  /** Weight = int8 × scale of its output channel. */
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  readonly weights: Int8Array;
}

export interface NetWeights {
  /** Side of the square picture that the net takes. */
  readonly size: number;
  readonly classes: readonly string[];
  readonly layers: readonly NetLayer[];
  /** First 8 hex digits of the sha256 of the file. */
  readonly hash: string;
}

const count = z.number().int().min(1).max(4096);

const header = z.object({
  format: z.literal(1),
  size: z.number().int().min(8).max(128),
  classes: z.array(z.string().min(1)).min(2).max(1024),
  layers: z
    .array(
      z.object({
        out: count,
        inn: count,
        stride: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      }),
    )
    .min(3)
    .max(32),
});
type Header = z.infer<typeof header>;

/** Throws BukaError OCR014 when the file is not what training wrote. */
export function parseWeights(file: Uint8Array, name: string): NetWeights {
  // A Buffer's slice shares its memory; that of a Uint8Array copies it to an aligned place.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length >= 4 ? view.getUint32(0, true) : 0;
  const parsed = length + 4 <= bytes.length ? header.safeParse(jsonOf(bytes, length)) : null;
  if (!parsed?.success || !chains(parsed.data)) throw ocrErrors.languageDataMissing({ name });
  let at = 4 + length;
  const layers: NetLayer[] = [];
  for (const { out, inn, stride } of parsed.data.layers) {
    const end = at + 8 * out + out * inn;
    if (end > bytes.length) throw ocrErrors.languageDataMissing({ name });
    layers.push({
      out,
      inn,
      stride,
      scale: new Float32Array(bytes.slice(at, at + 4 * out).buffer),
      bias: new Float32Array(bytes.slice(at + 4 * out, at + 8 * out).buffer),
      weights: new Int8Array(bytes.slice(at + 8 * out, end).buffer),
    });
    at = end + ((4 - ((end - 4 - length) % 4)) % 4);
  }
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return { size: parsed.data.size, classes: parsed.data.classes, layers, hash };
}

function jsonOf(bytes: Uint8Array, length: number): unknown {
  try {
    return JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(4, 4 + length)),
    );
  } catch {
    return null;
  }
}

/** Convolutions first; every layer takes what the one before it gives; the last one answers for every class. */
function chains({ size, classes, layers }: Header): boolean {
  const firstDense = layers.findIndex((l) => l.stride === 0);
  if (firstDense < 1 || layers.slice(firstDense).some((l) => l.stride > 0)) return false;
  let [side, channels] = [size, 1];
  for (const [i, { inn, out, stride }] of layers.entries()) {
    const wanted = stride > 0 ? channels * 9 : channels * (i === firstDense ? side * side : 1);
    if (inn !== wanted || (stride > 0 && out % 8 !== 0)) return false;
    if (stride > 0) side = Math.ceil(side / stride);
    channels = out;
  }
  return channels === classes.length;
}
