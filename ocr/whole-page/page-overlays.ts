/** Pictures for a person who wants to see at a glance what buka read where (重ね図). */
import type { PixelBox } from "../../core/index.ts";
import { drawOverlay, type OverlayMark } from "../form/page-overlay.ts";
import type { Form } from "../form.ts";
import type { Grey } from "../image/grey.ts";
import { loadSharp } from "../image/load-sharp.ts";
import { MM_PER_INCH } from "../intake/limits.ts";
import type { FormPage } from "../page-reading.ts";
import type { WholePage } from "./whole-page.ts";

/** Colour and, for people who see no difference between colours, a sign. */
const looks = {
  accepted: { color: [0, 130, 60], sign: "\u25cb" },
  asked: { color: [215, 100, 0], sign: "\u25b3" },
  blank: { color: [120, 130, 140], sign: "\u2212" },
  line: { color: [0, 90, 200], sign: "" },
  pair: { color: [130, 60, 170], sign: "" },
} as const;

/** Colour PNG of a page of a form: green ○ accepted, orange △ asked, grey − empty, each with the value that was read. */
export async function readingOverlay(page: FormPage, form: Form): Promise<Uint8Array> {
  const marks = Object.entries(page.fields).flatMap(([name, field]): OverlayMark[] => {
    const box = form.layout.zones[name]?.area;
    if (!box) return [];
    const empty = field.accepted && field.value === "";
    const asked = field.accepted ? "accepted" : "asked";
    const { color, sign } = looks[empty ? "blank" : asked];
    return [{ box, label: `${sign} ${field.value}`, color }];
  });
  return drawOverlay(await greyOf(page.image), form.paper, marks);
}

/** Colour PNG of a page read whole: lines blue, values of proposed pairs violet. Null when no picture may be kept. */
export async function wholeOverlay(page: WholePage): Promise<Uint8Array | null> {
  if (!page.image) return null;
  const picture = await greyOf(page.image);
  const millimetres = (pixels: number): number => (pixels * MM_PER_INCH) / page.dpi;
  const mark = (box: PixelBox, color: OverlayMark["color"]): OverlayMark => ({
    box: {
      x: millimetres(box.x),
      y: millimetres(box.y),
      width: millimetres(box.width),
      height: millimetres(box.height),
    },
    label: "",
    color,
  });
  const values = page.pairs.map((p) => p.valueBox);
  const marks = [
    ...page.lines.map((l) => mark(l.box, looks.line.color)),
    ...values.map((box) => mark(box, looks.pair.color)),
  ];
  const paper = { width: millimetres(picture.width), height: millimetres(picture.height) };
  return drawOverlay(picture, paper, marks);
}

async function greyOf(png: Uint8Array): Promise<Grey> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(png)
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
