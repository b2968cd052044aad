/** A recogniser that an office brings itself as an ONNX model (NDLOCR-Lite's or PP-OCR's kind), as an engine. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Grey } from "../image/grey.ts";
import { ocrErrors } from "../messages.ja.ts";
import { engineErrors } from "./messages.ja.ts";
import type { EngineReading, OcrEngine, ReadProfile } from "./ocr-engine.ts";
import { type OnnxTensor, openOnnx } from "./onnx-runtime.ts";
import { loadOwnModel, type OwnModel } from "./own-model.ja.ts";
import { type DecodedSign, decodeCtc, decodeUntilEnd } from "./sequence-decoding.ts";

/** A picture without any pixel darker than this is white paper. */
const INK = 128;

/** Opens the reader in `folder` (see docs/reading.md). Throws BukaError OCR022, OCR023, OCR024. */
export async function createOnnxEngine(folder: string): Promise<OcrEngine> {
  const reader = `onnx:${basename(folder)}`;
  const own = await loadOwnModel(folder, reader);
  const session = await openOnnx(reader, own.model);
  const hash = createHash("sha256").update(own.model).digest("hex").slice(0, 8);
  return {
    ref: { name: reader, version: `${own.name}/${hash}` },
    read: async (picture, profile) => {
      if (!picture.data.some((v) => v < INK)) return { text: "", symbols: [] };
      const input = own.recipe === "pp-ocr" ? keepShape(picture, own) : fillShape(picture, own);
      const answer = await session.run(input.tensor).catch((cause: unknown) => {
        throw ocrErrors.engineCrashed({ reader }, { cause });
      });
      return decode(answer, { own, profile, reader, picture, used: input.used });
    },
    close: () => session.close(),
  };
}

interface Input {
  readonly tensor: OnnxTensor;
  /** Columns of the tensor that show the picture; the rest is filling. */
  readonly used: number;
}

/** PP-OCR: the height is fixed, the width follows the shape and is filled up with grey. */
function keepShape(picture: Grey, { size }: OwnModel): Input {
  const used = Math.max(1, Math.ceil((size.height * picture.width) / picture.height));
  const width = Math.max(size.width, used);
  return { tensor: tensorOf(picture, { height: size.height, width, used }), used };
}

/** PARSeq: every line is pressed into the same picture. */
function fillShape(picture: Grey, { size }: OwnModel): Input {
  const { width, height } = size;
  return { tensor: tensorOf(picture, { height, width, used: width }), used: width };
}

/** Three equal planes of values between -1 (black) and 1 (white), bilinear; filling is 0. */
function tensorOf(
  picture: Grey,
  at: { readonly height: number; readonly width: number; readonly used: number },
): OnnxTensor {
  const plane = at.height * at.width;
  const data = new Float32Array(3 * plane);
  const [down, right] = [picture.height / at.height, picture.width / at.used];
  for (let y = 0; y < at.height; y++) {
    for (let x = 0; x < at.used; x++) {
      const v = sample(picture, (x + 0.5) * right - 0.5, (y + 0.5) * down - 0.5) / 127.5 - 1;
      const i = y * at.width + x;
      data[i] = v;
      data[plane + i] = v;
      data[2 * plane + i] = v;
    }
  }
  return { data, dims: [1, 3, at.height, at.width] };
}

function sample({ data, width, height }: Grey, u: number, v: number): number {
  const x = Math.max(0, Math.min(width - 1, u));
  const y = Math.max(0, Math.min(height - 1, v));
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const grey = (a: number, b: number): number => data[b * width + a] ?? 255;
  const top = grey(x0, y0) + (grey(x1, y0) - grey(x0, y0)) * (x - x0);
  const low = grey(x0, y1) + (grey(x1, y1) - grey(x0, y1)) * (x - x0);
  return top + (low - top) * (y - y0);
}

interface Reply {
  readonly own: OwnModel;
  readonly profile: ReadProfile;
  readonly reader: string;
  readonly picture: Grey;
  readonly used: number;
}

function decode(answer: OnnxTensor, reply: Reply): EngineReading {
  const { own, profile, reader } = reply;
  const [batch = 0, steps = 0, classes = 0] = answer.dims;
  const few = own.recipe === "pp-ocr" ? own.signs.length : own.signs.length + 1;
  if (answer.dims.length !== 3 || batch !== 1 || classes < few || steps < 1) {
    const what = `${answer.dims.join("×")}, ${own.signs.length + 1}`;
    throw engineErrors.modelMisfit({ reader, what });
  }
  const ctc = own.recipe === "pp-ocr";
  const scores = { data: answer.data, steps: ctc ? shownSteps(steps, reply) : steps, classes };
  const alphabet = { signs: own.signs, charset: profile.charset };
  const signs = ctc ? decodeCtc(scores, alphabet) : decodeUntilEnd(scores, alphabet);
  const place = ctc ? (s: DecodedSign) => placeOf(s, steps, reply) : () => null;
  const symbols = signs.flatMap((s) =>
    s.text.trim() === "" ? [] : [{ text: s.text, confidence: s.confidence, box: place(s) }],
  );
  return {
    text: signs
      .map((s) => s.text)
      .join("")
      .trim(),
    symbols,
  };
}

/** What a model sees in the filling behind the line is no text. */
function shownSteps(steps: number, { own, used }: Reply): number {
  return Math.min(steps, Math.ceil((steps * used) / Math.max(own.size.width, used)));
}

/** A step of CTC looks at a fixed stretch of columns: roughly where the sign stands. */
function placeOf(sign: DecodedSign, steps: number, { own, picture, used }: Reply) {
  const columns = Math.max(own.size.width, used) / steps;
  const scale = picture.width / used;
  const x = Math.min(picture.width - 1, sign.step * columns * scale);
  return { x, y: 0, width: Math.min(columns * scale, picture.width - x), height: picture.height };
}
