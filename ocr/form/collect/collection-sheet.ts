/** The collection sheet (文字の見本用紙): every digit and kana three times in boxes, as a form like any other. */
import type { DrawItem, FieldZone, Form, FormField, MmBox } from "../../form.ts";
import { paperWords } from "../form-words.ja.ts";
import {
  body,
  boxHeight,
  edge,
  frameItem,
  markers,
  mm,
  paper,
  qr,
  roundBox,
  rule,
  textItem,
  type,
} from "../paper.ts";
import { digits, kana, sheetWords } from "./sheet-words.ja.ts";

/** How often each character is asked for. */
export const COPIES = 3;

const columns = 5;
const pitch = { x: body.width / columns, y: boxHeight + 2.3 } as const;
const label = 8;

/** Fields are named by their character; each has three boxes. */
export function collectionSheet(): Form {
  const page = new Sheet();
  page.head();
  page.group(sheetWords.digitsHead, digits);
  page.group(sheetWords.kanaHead, kana);
  page.note(sheetWords.note);
  return page.finish();
}

class Sheet {
  readonly #drawing: DrawItem[] = markers.map((box) => ({ kind: "fill", box }));
  readonly #zones: Record<string, FieldZone> = {};
  readonly #fields: FormField[] = [];
  #y = 19;

  head(): void {
    const id = { x: edge + 7, y: edge, width: 80, height: 5 };
    const title = { x: 40, y: this.#y, width: paper.width - 80, height: 9 };
    this.#drawing.push(
      textItem(paperWords.formId(sheetWords.id, 1), id, { size: type.notes }),
      textItem(sheetWords.title, title, { size: type.title, align: "center" }),
    );
    this.#y += 13;
    for (const line of sheetWords.how) this.note(line);
  }

  note(text: string): void {
    const box = { x: body.x, y: this.#y, width: body.width, height: mm(type.body) * 1.5 };
    this.#drawing.push(textItem(text, box, { size: type.body }));
    this.#y += box.height;
  }

  group(title: string, signs: readonly string[]): void {
    this.#y += 2.5;
    const head = { x: body.x, y: this.#y, width: body.width, height: 5 };
    this.#drawing.push(textItem(title, head, { size: type.option }));
    this.#y += 6;
    for (const [i, sign] of signs.entries()) {
      const x = body.x + (i % columns) * pitch.x;
      this.#sign(sign, { x, y: this.#y + Math.floor(i / columns) * pitch.y });
    }
    this.#y += Math.ceil(signs.length / columns) * pitch.y;
  }

  #sign(sign: string, at: { readonly x: number; readonly y: number }): void {
    const word = { ...at, width: label, height: boxHeight };
    const area = { x: at.x + label, y: at.y, width: COPIES * boxHeight, height: boxHeight };
    const boxes = Array.from(
      { length: COPIES },
      (_, i): MmBox => roundBox({ ...area, x: area.x + i * boxHeight, width: boxHeight }),
    );
    const dividers = boxes
      .slice(1)
      .map((b): DrawItem => ({ kind: "line", box: { ...b, width: 0 }, lineWidth: rule.divider }));
    this.#drawing.push(
      textItem(sign, word, { size: 13, align: "center" }),
      frameItem(area),
      ...dividers,
    );
    this.#zones[sign] = { area: roundBox(area), boxes, ticks: [], preprinted: "" };
    this.#fields.push({
      name: sign,
      type: digits.includes(sign) ? "digits" : "account-kana",
      required: false,
      boxes: COPIES,
      maxLength: COPIES,
      options: [],
      master: null,
      writing: "hand",
    });
  }

  finish(): Form {
    const drawing = this.#drawing.map((d) => ({ ...d, box: roundBox(d.box) }));
    return {
      format: 1,
      id: sheetWords.id,
      version: 1,
      title: sheetWords.title,
      paper,
      fields: this.#fields,
      layout: { markers, qr, zones: this.#zones, drawing },
    };
  }
}
