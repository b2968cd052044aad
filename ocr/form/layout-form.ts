/** Turns the rows of a form into millimetres: markers, QR code, title, table, notes, from top to bottom of an A4 page. */
import type { Place } from "../../core/index.ts";
import type { DrawItem, FieldZone, FormLayout, MmBox } from "../form.ts";
import { cellHeight, layoutCell } from "./cell-layout.ts";
import type { Block, FieldSource, FormSource } from "./form-source.ts";
import { keys, paperWords } from "./form-words.ja.ts";
import { layoutTable } from "./layout-table.ts";
import { formFaults } from "./messages.ja.ts";
import {
  body,
  captionWidth,
  clear,
  edge,
  frameItem,
  markers,
  mm,
  paper,
  qr,
  roundBox,
  textItem,
  type,
  wordWidth,
  wrapWords,
} from "./paper.ts";
import type { TableSource } from "./read-table.ts";
import type { SourceReader } from "./source-reader.ts";

const titleWhere = `「${keys.top.title}」`;

type RowBlock = Extract<Block, { kind: "row" }>;
type OfficeBlock = Extract<Block, { kind: "office" }>;

/** Lays out the form; what does not fit is reported to the reader's book with the line that asked for it. */
export function layoutForm(source: FormSource, reader: SourceReader): FormLayout {
  const page = new Page(source, reader);
  page.head();
  for (const block of source.blocks) page.block(block);
  return page.finish();
}

/** Grows downwards while the blocks are placed. */
class Page {
  readonly #source: FormSource;
  readonly #reader: SourceReader;
  readonly #drawing: DrawItem[] = markers.map((box) => ({ kind: "fill", box }));
  readonly #zones: Record<string, FieldZone> = {};
  #y: number = body.y;
  /** Place of the first block that did not fit. */
  #overflow: Place | null = null;

  constructor(source: FormSource, reader: SourceReader) {
    this.#source = source;
    this.#reader = reader;
  }

  head(): void {
    const s = this.#source;
    const idBox = { x: edge + 5 + clear, y: edge, width: 80, height: 5 };
    this.#drawing.push(textItem(paperWords.formId(s.id, s.version), idBox, { size: type.notes }));
    // Centred on the paper, so the room beside the QR code counts on both sides.
    const room = 2 * (qr.x - clear - paper.width / 2);
    if (wordWidth(s.title, type.title) > room) {
      this.#reader.fault(formFaults.textTooWide, { where: titleWhere }, s.titleAt);
    }
    const title = { x: (paper.width - room) / 2, y: 19, width: room, height: 9 };
    this.#drawing.push(textItem(s.title, title, { size: type.title, align: "center" }));
    this.#y = 31;
    if (s.addressee !== "") {
      const box = { x: body.x, y: this.#y, width: 120, height: 6 };
      this.#drawing.push(
        textItem(paperWords.addressee(s.addressee), box, { size: type.addressee }),
      );
      this.#y += 8;
    }
    if (s.preface !== "") this.#paragraph(s.preface, { size: type.body, indent: 0 });
    this.#y += 1;
  }

  block(block: Block): void {
    switch (block.kind) {
      case "row":
        this.#row(block);
        break;
      case "table":
        this.#table(block.table);
        break;
      case "heading":
        this.#y += 1.5;
        this.#paragraph(block.text, { size: type.option, indent: 0 });
        this.#y += 0.3;
        break;
      case "text":
        this.#y += 1;
        this.#paragraph(block.text, { size: type.body, indent: 0 });
        this.#y += 0.5;
        break;
      case "notes":
        this.#y += 1.5;
        for (const line of block.lines) this.#note(line);
        break;
      case "office":
        this.#office(block);
        break;
    }
    if (this.#y > body.bottom) this.#overflow ??= block.at;
  }

  finish(): FormLayout {
    if (this.#overflow) {
      const over = Math.ceil(this.#y - body.bottom);
      this.#reader.fault(formFaults.pageFull, { over }, this.#overflow);
    }
    return {
      markers,
      qr,
      zones: this.#zones,
      drawing: this.#drawing.map((d) => ({ ...d, box: roundBox(d.box) })),
    };
  }

  #row(row: RowBlock): void {
    const sum = row.widths.reduce((a, b) => a + b, 0);
    const cells = row.cells.map((cell, i) => ({
      source: this.#fieldOf(cell.name),
      at: cell.at,
      width: (body.width * (row.widths[i] ?? 1)) / sum,
    }));
    const heights = cells.map((c) => (c.source ? cellHeight(c.source, c.width) : 0));
    const height = Math.max(row.height, ...heights);
    let x: number = body.x;
    for (const { source, at, width } of cells) {
      if (source) this.#cell({ source, at, box: { x, y: this.#y, width, height } });
      x += width;
    }
    this.#y += height;
  }

  #cell(cell: { source: FieldSource; at: Place; box: MmBox }): void {
    const { name } = cell.source.field;
    const parts = layoutCell(cell.source, cell.box);
    if (parts.short > 0) {
      const facts = { name, short: Math.ceil(parts.short) };
      this.#reader.fault(formFaults.cellTooNarrow, facts, cell.at);
    }
    this.#zones[name] = roundZone(parts.zone);
    this.#drawing.push(...parts.drawing);
  }

  #table(source: TableSource): void {
    const parts = layoutTable(source, { x: body.x, y: this.#y, width: body.width });
    if (parts.short > 0) {
      const facts = { name: source.table.name, short: Math.ceil(parts.short) };
      this.#reader.fault(formFaults.cellTooNarrow, facts, source.at);
    }
    for (const [name, zone] of Object.entries(parts.zones)) this.#zones[name] = roundZone(zone);
    this.#drawing.push(...parts.drawing);
    this.#y += parts.height;
  }

  #fieldOf(name: string): FieldSource | undefined {
    return this.#source.fields.find((f) => f.field.name === name);
  }

  #paragraph(text: string, look: { size: number; indent: number }): void {
    const width = body.width - look.indent;
    const height = mm(look.size) * 1.45;
    for (const line of wrapWords(text, look.size, width)) {
      const box = { x: body.x + look.indent, y: this.#y, width, height };
      this.#drawing.push(textItem(line, box, { size: look.size }));
      this.#y += height;
    }
  }

  #note(text: string): void {
    const indent = mm(type.notes) * 1.2;
    const box = { x: body.x, y: this.#y, width: indent, height: mm(type.notes) * 1.45 };
    this.#drawing.push(textItem(paperWords.noteMark, box, { size: type.notes }));
    this.#paragraph(text, { size: type.notes, indent });
  }

  /** A strip that the office fills in: title on the left, empty cells under small captions. */
  #office(block: OfficeBlock): void {
    const [head, space] = [5.5, 10];
    this.#y += 2;
    const title = { x: body.x, y: this.#y, width: captionWidth, height: head + space };
    this.#drawing.push(frameItem(title));
    const lines = wrapWords(block.title, type.caption, captionWidth - 1);
    const tall = mm(type.caption) * 1.2;
    let y = title.y + (title.height - lines.length * tall) / 2;
    for (const line of lines) {
      const box = { ...title, y, height: tall };
      this.#drawing.push(textItem(line, box, { size: type.caption, align: "center" }));
      y += tall;
    }
    const width = (body.width - captionWidth) / block.cells.length;
    for (const [i, name] of block.cells.entries()) {
      const cell = { x: body.x + captionWidth + i * width, y: this.#y, width, height: head };
      this.#drawing.push(
        frameItem(cell),
        frameItem({ ...cell, y: this.#y + head, height: space }),
        textItem(name, cell, { size: type.notes, align: "center" }),
      );
    }
    this.#y += head + space;
  }
}

function roundZone(zone: FieldZone): FieldZone {
  return {
    ...zone,
    area: roundBox(zone.area),
    boxes: zone.boxes.map(roundBox),
    ticks: zone.ticks.map(roundBox),
  };
}
