/** A field of handwriting in boxes whose reader says what a test wants, and what the product makes of it. */
import { type Calibration, openCalibration } from "../../ocr/calibration.ts";
import type { FieldInk } from "../../ocr/crops/field-ink.ts";
import type { EngineReading, OcrEngine } from "../../ocr/engines/ocr-engine.ts";
import type { FieldType } from "../../ocr/form.ts";
import { blankGrey } from "../../ocr/image/grey.ts";
import type { FieldDraft } from "../../ocr/types/field-draft.ts";
import { readWritten } from "../../ocr/types/read-field.ts";
import { crashingEngine, readersOf, recordedEngine } from "./ocr-engines.ts";

/** Place of the `i`-th sign on the line. */
export const cell = (i: number) => ({ x: 40 * i, y: 0, width: 30, height: 30 });

/** Boxes as `text` fills them: a blank is an empty one. `specks` are the signs that are as small as a speck. */
function inkOf(text: string, specks: readonly number[]): FieldInk {
  const signs = text.replaceAll(" ", "").length;
  const glyphs = Array.from({ length: signs }, (_, i) =>
    specks.includes(i) ? { ...cell(i), width: 3, height: 3 } : cell(i),
  );
  const around = glyphs.map((glyph) => ({
    area: { ...glyph, width: 40, height: 40 },
    shared: false,
    cutOff: false,
  }));
  return {
    blank: false,
    overflow: false,
    lines: [blankGrey(40 * signs, 40)],
    inked: [...text].map((c) => c !== " "),
    glyphs,
    around,
  };
}

export interface HandWorld {
  readonly hand: OcrEngine;
  readonly boxes: string;
  readonly type?: FieldType;
  readonly specks?: readonly number[];
  /** The readers of lines break when they are asked, unless this one is given. */
  readonly second?: OcrEngine;
  readonly calibration?: Calibration;
}

export function draftOf(world: HandWorld): Promise<FieldDraft> {
  const { hand, boxes, type = "kana", specks = [], second } = world;
  const broken = crashingEngine();
  return readWritten({
    field: {
      name: "項目",
      type,
      required: true,
      boxes: boxes.length,
      maxLength: null,
      options: [],
      master: null,
      writing: "hand",
    },
    ink: inkOf(boxes, specks),
    readers: { ...readersOf([second ?? broken, hand], [broken, broken]), hand },
    master: [],
    expected: null,
    preprinted: type === "date" ? "令和" : "",
    coarse: false,
    calibration: world.calibration ?? openCalibration(null),
  });
}

export const says = (...signs: EngineReading["symbols"]): OcrEngine => ({
  ...recordedEngine("hand", []),
  read: () => Promise.resolve({ text: signs.map((s) => s.text).join(""), symbols: signs }),
});

export const sure = (text: string, at: number) => ({ text, confidence: 0.999, box: cell(at) });

export const codesOf = ({ reasons }: Pick<FieldDraft, "reasons">) => reasons.map((r) => r.code);
