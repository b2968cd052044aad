/** Draws in millimetres from the top left on a PDF page that counts points from the bottom left. */
import type * as PdfLib from "pdf-lib";
import type { PDFPage } from "pdf-lib";
import type { DrawItem, MmBox } from "../form.ts";
import { points } from "./paper.ts";
import type { Font } from "./pdf-font.ts";
import type { ValueItem } from "./place-values.ts";

/** Colour of written values; each part 0..1. */
export interface Ink {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export const black: Ink = { red: 0, green: 0, blue: 0 };

/** Share of the size by which the middle of a Japanese glyph stands above the base line. */
const middle = 0.37;

export class Pen {
  readonly #lib: typeof PdfLib;
  readonly #page: PDFPage;
  readonly #height: number;

  constructor(lib: typeof PdfLib, page: PDFPage, height: number) {
    this.#lib = lib;
    this.#page = page;
    this.#height = height;
  }

  draw(item: DrawItem | ValueItem, font: Font, ink: Ink): void {
    switch (item.kind) {
      case "text":
        this.#text(item, font, ink);
        break;
      case "fill":
        this.fill(item.box);
        break;
      case "tick":
        this.#tick(item.box, ink);
        break;
      default:
        this.#rule(item);
    }
  }

  #rule(item: Extract<DrawItem, { kind: "rect" | "line" }>): void {
    const { x, y, width, height } = this.#points(item.box);
    const color = this.#lib.rgb(0, 0, 0);
    if (item.kind === "rect") {
      const borderWidth = item.lineWidth;
      this.#page.drawRectangle({ x, y, width, height, borderWidth, borderColor: color });
    } else {
      const [start, end] = [
        { x, y: y + height },
        { x: x + width, y },
      ];
      this.#page.drawLine({ start, end, thickness: item.lineWidth, color });
    }
  }

  fill(box: MmBox): void {
    this.#page.drawRectangle({ ...this.#points(box), color: this.#lib.rgb(0, 0, 0) });
  }

  #text(item: Extract<DrawItem, { kind: "text" }>, font: Font, ink: Ink): void {
    const box = this.#points(item.box);
    const spare = box.width - font.font.widthOfTextAtSize(item.text, item.size);
    const shift = { left: 0, center: spare / 2, right: spare }[item.align];
    this.#page.drawText(item.text, {
      x: box.x + shift,
      y: box.y + box.height / 2 - item.size * middle,
      size: item.size,
      font: font.font,
      color: this.#lib.rgb(ink.red, ink.green, ink.blue),
    });
  }

  /** A ✓ of two strokes that fills the tick box but leaves its rules free. */
  #tick(box: MmBox, ink: Ink): void {
    const at = (dx: number, dy: number): { x: number; y: number } => {
      const p = this.#points({
        x: box.x + box.width * dx,
        y: box.y + box.height * dy,
        width: 0,
        height: 0,
      });
      return { x: p.x, y: p.y };
    };
    const look = {
      thickness: 1.8,
      color: this.#lib.rgb(ink.red, ink.green, ink.blue),
      lineCap: this.#lib.LineCapStyle.Round,
    };
    this.#page.drawLine({ start: at(0.2, 0.5), end: at(0.42, 0.78), ...look });
    this.#page.drawLine({ start: at(0.42, 0.78), end: at(0.82, 0.2), ...look });
  }

  #points(box: MmBox): MmBox {
    return {
      x: points(box.x),
      y: points(this.#height - box.y - box.height),
      width: points(box.width),
      height: points(box.height),
    };
  }
}
