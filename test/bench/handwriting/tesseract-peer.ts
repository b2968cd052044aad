/** The peer: tesseract.js on the same fields, as scanned and with our own cleaning of boxes (its best chance). */
import { tesseractEngine } from "../../../ocr/engines/tesseract-engine.ts";
import { createTesseractHost } from "../../../ocr/engines/tesseract-host.ts";
import { glyphInk } from "../../../ocr/glyphs/glyph-ink.ts";
import { blankGrey, type Grey, paste } from "../../../ocr/image/grey.ts";
import { type BoxedField, boxesOf } from "./boxed-field.ts";
import type { FieldTruth } from "./measure-boxes.ts";

export interface PeerFigures {
  readonly fields: number;
  readonly exact: number;
  /** Right length, wrong text: nobody would notice. */
  readonly silent: number;
  readonly cpuPerField: number;
}

export type PeerWay = "as-scanned" | "boxes-cleaned";

export async function readWithTesseract(
  fields: readonly FieldTruth[],
  { way, model, charset }: { way: PeerWay; model: "eng-best" | "jpn-best"; charset: string },
): Promise<PeerFigures> {
  const engine = tesseractEngine(await createTesseractHost([model]), model);
  const counts = { exact: 0, silent: 0 };
  let cpu = 0;
  for (const { text, field } of fields) {
    const picture = way === "as-scanned" ? field.picture : cleanedLine(field);
    const start = process.cpuUsage();
    const read = (await engine.read(picture, { charset })).text.replace(/\s/gu, "");
    const spent = process.cpuUsage(start);
    cpu += (spent.user + spent.system) / 1e6;
    if (read === text) counts.exact++;
    else if ([...read].length === [...text].length) counts.silent++;
  }
  await engine.close();
  return { fields: fields.length, ...counts, cpuPerField: cpu / Math.max(1, fields.length) };
}

/** Every character without its box, side by side on white. */
function cleanedLine(field: BoxedField): Grey {
  const cells = boxesOf(field).map((box) => glyphInk(box));
  const step = 76;
  const line = blankGrey(cells.length * step + 40, 140);
  for (const [k, glyph] of cells.entries()) {
    if (!glyph) continue;
    const { map, bounds } = glyph;
    const data = new Uint8Array(bounds.width * bounds.height);
    for (let y = 0; y < bounds.height; y++) {
      for (let x = 0; x < bounds.width; x++) {
        data[y * bounds.width + x] =
          255 - (map.ink[(y + bounds.y) * map.width + x + bounds.x] ?? 0);
      }
    }
    const x = 20 + k * step + Math.max(0, Math.round((step - bounds.width) / 2));
    paste(
      line,
      { data, width: Math.min(bounds.width, line.width - x), height: bounds.height },
      { x, y: 12 + Math.min(bounds.y, 127 - bounds.height) },
    );
  }
  return line;
}
