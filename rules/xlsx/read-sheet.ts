/** Reads the cells of one sheet with care: whatever way of writing XML knows. */
import { readCellName } from "../formula/tokens.ts";
import { errorOf, type Scalar } from "../formula/value.ts";
import type { CellData, FormulaData, SheetData } from "./book-data.ts";
import { type SharedText, TextReader } from "./shared-strings.ts";
import { decodeEscapes, scanXml, type XmlTag } from "./xml.ts";

interface Source {
  readonly strings: readonly SharedText[];
  readonly name: string;
  /** Told how many cells there are so far; refuses too many. */
  readonly counted: (cells: number) => void;
}

/** What stands around the cells. */
export type SheetFrame = Pick<SheetData, "columnStyles" | "filter"> & {
  readonly hiddenRows: ReadonlySet<number>;
};

export function readSheet(xml: string, source: Source): Omit<SheetData, "tables" | "part"> {
  const reader = new SheetReader(source);
  scanXml(xml, {
    open: (tag) => reader.open(tag),
    text: (t) => reader.text(t),
    close: (name) => reader.close(name),
  });
  return reader.result();
}

class SheetReader {
  readonly #source: Source;
  readonly #rows: (CellData | undefined)[][] = [];
  readonly #columnStyles = new Map<number, number>();
  readonly #hiddenRows = new Set<number>();
  /** Rows of the filter, and whether one of its columns is really filtered. */
  #filter: { readonly top: number; readonly bottom: number; active: boolean } | null = null;
  #metadata = false;
  readonly #inline = new TextReader();
  #row = -1;
  #col = -1;
  #count = 0;
  #colCount = 0;
  #type = "n";
  #style = 0;
  #value: string | null = null;
  #formula: FormulaData | null = null;
  #isInline = false;
  #into: "value" | "formula" | null = null;

  constructor(source: Source) {
    this.#source = source;
  }

  open(tag: XmlTag): void {
    switch (tag.name) {
      case "col":
        this.#column(tag);
        return;
      case "row":
        this.#row = tag.get("r") === undefined ? this.#row + 1 : Number(tag.get("r")) - 1;
        this.#col = -1;
        if (/^(?:1|true)$/.test(tag.get("hidden") ?? "")) this.#hiddenRows.add(this.#row);
        return;
      case "autoFilter":
        this.#filter = filterRows(tag.get("ref") ?? "");
        return;
      case "filterColumn":
        if (this.#filter) this.#filter.active = true;
        return;
      case "c":
        this.#startCell(tag);
        return;
      case "v":
        this.#into = "value";
        this.#value = "";
        return;
      case "f":
        this.#startFormula(tag);
        return;
      case "is":
        this.#isInline = true;
        this.#inline.start();
        return;
      case "t":
        this.#inline.inText = this.#isInline;
        return;
      case "rPh":
        this.#inline.startRun(Number(tag.get("sb") ?? 0), Number(tag.get("eb") ?? 0));
        return;
      default:
    }
  }

  text(t: string): void {
    if (this.#into === "value") this.#value = (this.#value ?? "") + t;
    else if (this.#into === "formula" && this.#formula) {
      this.#formula = { ...this.#formula, text: this.#formula.text + t };
    } else this.#inline.add(t);
  }

  close(name: string): void {
    if (name === "v" || name === "f") this.#into = null;
    else if (name === "t") this.#inline.inText = false;
    else if (name === "rPh") this.#inline.endRun();
    else if (name === "c") this.#endCell();
  }

  result(): Omit<SheetData, "tables" | "part"> {
    return {
      name: this.#source.name,
      rows: this.#rows,
      rowCount: this.#rows.length,
      colCount: this.#colCount,
      columnStyles: this.#columnStyles,
      hiddenRows: this.#hiddenRows,
      filter: this.#filter?.active ? this.#filter : null,
    };
  }

  #column(tag: XmlTag): void {
    const style = tag.get("style");
    if (style === undefined) return;
    const last = Math.min(Number(tag.get("max") ?? 0), Number(tag.get("min") ?? 1) + 500);
    for (let c = Number(tag.get("min") ?? 1); c <= last; c++)
      this.#columnStyles.set(c - 1, Number(style));
  }

  #startCell(tag: XmlTag): void {
    const at = readCellName(tag.get("r") ?? "");
    this.#col = at ? at.col : this.#col + 1;
    if (at) this.#row = at.row;
    this.#metadata = tag.get("cm") !== undefined;
    this.#type = tag.get("t") ?? "n";
    this.#style = Number(tag.get("s") ?? 0);
    this.#value = null;
    this.#formula = null;
    this.#isInline = false;
  }

  #startFormula(tag: XmlTag): void {
    const written = tag.get("t") ?? "normal";
    const kind = written === "array" || written === "shared" ? written : "normal";
    this.#formula = {
      text: "",
      kind: written === "dataTable" ? "data-table" : kind,
      ref: tag.get("ref") ?? null,
      sharedIndex: tag.get("si") ?? null,
      // Excel marks array formulas that spill with cell metadata (cm); there is no other kind of it on formulas.
      dynamic: kind === "array" && this.#metadata,
    };
    this.#into = "formula";
  }

  #endCell(): void {
    const inline = this.#isInline ? this.#inline.end() : null;
    const shared = this.#type === "s" ? this.#source.strings[Number(this.#value)] : undefined;
    const text = inline ?? shared ?? null;
    const cell: CellData = {
      value: text ? text.text : this.#plainValue(),
      formula: this.#formula,
      style: this.#style,
      phonetic: text?.phonetic ?? null,
    };
    this.#isInline = false;
    this.#keep(cell);
  }

  #plainValue(): Scalar {
    const v = this.#value;
    if (v === null || this.#type === "s") return null;
    switch (this.#type) {
      case "str":
      case "inlineStr":
        return decodeEscapes(v);
      case "b":
        return v === "1" || v === "true";
      case "e":
        return errorOf(v);
      case "d":
        return v;
      default:
        return v === "" || Number.isNaN(Number(v)) ? null : Number(v);
    }
  }

  #keep(cell: CellData): void {
    if (this.#row < 0 || this.#row > 1_048_575) return;
    this.#source.counted(++this.#count);
    const row = this.#rows[this.#row] ?? [];
    row[this.#col] = cell;
    this.#rows[this.#row] = row;
    this.#colCount = Math.max(this.#colCount, this.#col + 1);
  }
}

function filterRows(ref: string): { top: number; bottom: number; active: boolean } | null {
  const [a = "", b = a] = ref.split(":");
  const from = readCellName(a);
  const to = readCellName(b);
  return from && to ? { top: from.row, bottom: to.row, active: false } : null;
}
