/** Paints boxes with names over a page (重ね図), so that a person sees at a glance what buka took for what. */

import type { MmBox } from "./../form.ts";
import { cut, type Grey, WHITE } from "../image/grey.ts";
import { loadSharp } from "../image/load-sharp.ts";
import { MM_PER_INCH } from "../intake/limits.ts";
import { openPdf } from "../intake/pdf-pages.ts";
import { points, textItem, wordWidth } from "./paper.ts";
import { embedCaptionFont, type Font, missingSigns } from "./pdf-font.ts";
import { black, Pen } from "./pdf-pen.ts";

export interface OverlayMark {
  readonly box: MmBox;
  /** Words printed at the box; "" for none. */
  readonly label: string;
  /** Shorter words, longest first, for boxes that are too narrow for the label. */
  readonly shorter?: readonly string[];
  readonly color: readonly [red: number, green: number, blue: number];
}

/** Points; small enough to stand beside what is printed. */
const LABEL_SIZE = 7.5;

/** `page` shows the whole paper. Returns a colour PNG of the same size. */
export async function drawOverlay(
  page: Grey,
  paper: { readonly width: number; readonly height: number },
  marks: readonly OverlayMark[],
): Promise<Uint8Array> {
  const scale = page.width / paper.width;
  const rgb = new Uint8Array(page.width * page.height * 3);
  for (const [i, v] of page.data.entries()) rgb.fill(Math.round(60 + v * 0.765), 3 * i, 3 * i + 3);
  for (const mark of marks) tint(rgb, page, { mark, scale });
  const labels = await labelPage(page, paper, marks);
  for (const mark of marks) write(rgb, page, { mark, scale, labels });
  const sharp = await loadSharp();
  const raw = { width: page.width, height: page.height, channels: 3 as const };
  return sharp(rgb, { raw })
    .withMetadata({ density: Math.round(scale * MM_PER_INCH) })
    .png({ compressionLevel: 6, palette: true, colours: 64, dither: 0 })
    .toBuffer();
}

interface Stroke {
  readonly mark: OverlayMark;
  readonly scale: number;
}

/** A light wash and a strong frame. */
function tint(rgb: Uint8Array, page: Grey, { mark, scale }: Stroke): void {
  const { x0, y0, x1, y1 } = pixelsOf(mark.box, page, scale);
  const rim = Math.max(1, Math.round(0.3 * scale));
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const edge = x < x0 + rim || x >= x1 - rim || y < y0 + rim || y >= y1 - rim;
      const share = edge ? 0.9 : 0.16;
      blend(rgb, 3 * (y * page.width + x), mark.color, share);
    }
  }
}

function blend(rgb: Uint8Array, at: number, color: OverlayMark["color"], share: number): void {
  for (let i = 0; i < 3; i++) {
    rgb[at + i] = Math.round((rgb[at + i] ?? 0) * (1 - share) + (color[i] ?? 0) * share);
  }
}

interface Corners {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function pixelsOf(box: MmBox, page: Grey, scale: number): Corners {
  const inside = (v: number, most: number): number => Math.max(0, Math.min(most, Math.round(v)));
  return {
    x0: inside(box.x * scale, page.width),
    y0: inside(box.y * scale, page.height),
    x1: inside((box.x + box.width) * scale, page.width),
    y1: inside((box.y + box.height) * scale, page.height),
  };
}

/** All labels as dark words on a white page of the same size: our own font, whatever fonts the machine has. */
async function labelPage(
  page: Grey,
  paper: { readonly width: number; readonly height: number },
  marks: readonly OverlayMark[],
): Promise<Grey> {
  const lib = await import("pdf-lib");
  const pdf = await lib.PDFDocument.create({ updateMetadata: false });
  const font = await embedCaptionFont(pdf);
  const sheet = pdf.addPage([points(paper.width), points(paper.height)]);
  const pen = new Pen(lib, sheet, paper.height);
  for (const mark of marks) {
    const text = printable(labelOf(mark), font);
    if (text !== "") pen.draw(textItem(text, labelBox(mark), { size: LABEL_SIZE }), font, black);
  }
  const source = await openPdf(await pdf.save(), "overlay.pdf");
  try {
    return fitted(await source.render(1), page);
  } finally {
    source.close();
  }
}

/** Signs that the font lacks are shown as 〓, as printers always did. */
function printable(text: string, font: Font): string {
  const missing = new Set(missingSigns(text, font));
  return [...text].map((c) => (missing.has(c) ? "\u3013" : c)).join("");
}

/** A label that has nothing shorter may run out of its box. */
const labelBox = ({ box, shorter }: OverlayMark): MmBox => ({
  x: box.x + 0.8,
  y: box.y + 0.4,
  width: shorter ? Math.max(3, box.width - 1) : 80,
  height: 3.2,
});

function labelOf(mark: OverlayMark): string {
  const room = labelBox(mark).width;
  const choice = [mark.label, ...(mark.shorter ?? [])];
  return choice.find((l) => wordWidth(l, LABEL_SIZE) <= room) ?? choice.at(-1) ?? "";
}

/** Renderers cut pages to whole pixels: nearest pixels are good enough for labels. */
function fitted(labels: Grey, page: Grey): Grey {
  if (labels.width === page.width && labels.height === page.height) return labels;
  const data = new Uint8Array(page.width * page.height).fill(WHITE);
  for (let y = 0; y < page.height; y++) {
    const from = Math.floor((y * labels.height) / page.height) * labels.width;
    for (let x = 0; x < page.width; x++) {
      const v = labels.data[from + Math.floor((x * labels.width) / page.width)];
      data[y * page.width + x] = v ?? WHITE;
    }
  }
  return { data, width: page.width, height: page.height };
}

/** Words in the dark shade of the mark's colour, on a white ground so that they can be read over print. */
function write(rgb: Uint8Array, page: Grey, stroke: Stroke & { readonly labels: Grey }): void {
  if (stroke.mark.label === "") return;
  const { labels, mark, scale } = stroke;
  const { x0, y0, x1, y1 } = pixelsOf(labelBox(mark), page, scale);
  const words = cut(labels, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
  const dark = mark.color.map((c) => Math.round(c * 0.55)) as unknown as OverlayMark["color"];
  const last = words.data.reduce((m, v, i) => (v < 160 ? Math.max(m, i % words.width) : m), 0);
  for (let y = 0; y < words.height; y++) {
    for (let x = 0; x <= Math.min(words.width - 1, last + 4); x++) {
      const at = 3 * ((y + y0) * page.width + x + x0);
      blend(rgb, at, [255, 255, 255], 0.75);
      blend(rgb, at, dark, 1 - (words.data[y * words.width + x] ?? WHITE) / WHITE);
    }
  }
}
