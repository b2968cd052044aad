/** A whole workbook being computed: every cell when it is first asked for, changes followed to the cells they touch. */
import { FormulaCache } from "../formula/formula-cache.ts";
import type { Env, FormulaWorld, SheetModel, TableModel } from "../formula/model.ts";
import type { Program } from "../formula/program.ts";
import { readCellName } from "../formula/tokens.ts";
import type { RefValue, Scalar, Value } from "../formula/value.ts";
import type { BookData, SheetData, TableData } from "../xlsx/book-data.ts";
import type { Running } from "./calc-chain.ts";
import type { ArrayState } from "./calc-column.ts";
import { CalcEngine } from "./calc-engine.ts";
import { CalcGraph } from "./calc-graph.ts";
import { columnOrder } from "./calc-order.ts";
import { CalcSheet } from "./calc-sheet.ts";
import { clearSpill } from "./calc-spill.ts";
import { filledSheet, type PouringSheet } from "./fill-book.ts";
import { SheetFiller } from "./fill-sheet.ts";

/** Spilled ranges that feed each other settle within a few rounds, or never. */
const mostSpillRounds = 12;

/** A book as it stands in a file, or one that is made as it goes. */
export type WorldData = Omit<BookData, "sheets"> & {
  readonly sheets: readonly (SheetData | PouringSheet)[];
};

interface Place {
  readonly row: number;
  readonly col: number;
}

export class CalcWorld implements FormulaWorld {
  readonly comparison = "excel";
  readonly date1904: boolean;
  readonly sheets: readonly CalcSheet[];
  readonly #byName = new Map<string, CalcSheet>();
  readonly #names = new Map<string, Program>();
  readonly #tables: TableModel[] = [];
  readonly #cache = new FormulaCache();
  readonly #dynamic: { readonly sheet: CalcSheet; readonly array: ArrayState }[] = [];
  readonly #engine = new CalcEngine(this);
  #graph: CalcGraph | null = null;
  /** Formulas that became doubtful since everything was computed; null when everything waits. */
  #pending: Running[] | null = null;
  #moment = 0;

  constructor(data: WorldData) {
    this.date1904 = data.date1904;
    this.sheets = data.sheets.map((s, index) => this.#sheetOf(s, index));
    for (const sheet of this.sheets) this.#byName.set(sheet.name.toLowerCase(), sheet);
    for (const n of data.names) {
      const program = this.#cache.program(n.text, { row: 0, col: 0, array: true }, null);
      this.#names.set(`${n.sheet ?? ""}|${n.name.toUpperCase()}`, program);
    }
    data.sheets.forEach((s, i) => {
      for (const t of s.tables) this.#addTable(t, this.sheets[i]);
    });
  }

  /** Starts a new round: every formula is computed again, with this moment (as the book counts days) for TODAY and NOW. */
  startRound(moment: number): void {
    this.#engine.startRound();
    this.#moment = moment;
    this.#pending = null;
    for (const sheet of this.sheets) {
      if (!sheet.hasFormulas) continue;
      sheet.version++;
      sheet.restart();
    }
    this.#settleSpills();
  }

  /** Puts a value into a cell; every formula that it touches is computed again when it is asked for. */
  setValue(sheet: CalcSheet, at: Place, value: Scalar): void {
    const graph = this.#dependents();
    const emptied = this.#forget(sheet, at);
    sheet.putValue(at.row, at.col, value);
    graph.spoil(areaOf(sheet, at.row, at.col));
    this.#settleSpills(emptied);
  }

  /** Puts a formula (without "=") into a cell. */
  setFormula(sheet: CalcSheet, at: Place, text: string): void {
    const graph = this.#dependents();
    const emptied = this.#forget(sheet, at);
    const program = this.#cache.program(text, { ...at, array: false }, null);
    const column = sheet.putFormula(at.row, at.col, { program, value: null });
    column.extra(at.row).written = text;
    this.#pending?.push({ sheet, row: at.row, col: at.col });
    graph.add(sheet, at.col, program);
    graph.spoil(areaOf(sheet, at.row, at.col));
    this.#settleSpills(emptied);
  }

  /** Ranges that an array formula in this cell filled. */
  #forget(sheet: CalcSheet, at: Place): readonly RefValue[] {
    const array = sheet.columns[at.col]?.extras.get(at.row)?.array;
    return array?.dynamic ? clearSpill(sheet, array) : [];
  }

  /** Computes every formula that waits. */
  computeAll(): void {
    const pending = this.#pending;
    this.#pending = [];
    if (pending) {
      for (const next of pending) this.#engine.computeIfIdle(next);
      return;
    }
    for (const run of columnOrder(this)) this.#engine.computeRun(run);
    for (const sheet of this.sheets) if (sheet.hasFormulas) this.#engine.computeSheet(sheet);
  }

  /** Array formulas that fill cells come first; what they newly fill makes other cells doubtful. */
  #settleSpills(emptied: readonly RefValue[] = []): void {
    if (this.#dynamic.length === 0) return;
    let moved = emptied;
    for (let i = 0; i < mostSpillRounds; i++) {
      for (const { sheet, array } of this.#dynamic) {
        const stands = sheet.columns[array.col]?.extras.get(array.row)?.array === array;
        if (stands) this.#engine.quietly({ sheet, row: array.row, col: array.col });
      }
      moved = [...moved, ...this.#engine.takeMoved()];
      if (moved.length === 0) return;
      for (const area of moved) this.#dependents().spoil(area);
      moved = [];
    }
  }

  #dependents(): CalcGraph {
    this.#graph ??= new CalcGraph(this, (name, sheet) => this.#nameProgram(name, sheet));
    return this.#graph;
  }

  today(): number {
    return Math.floor(this.#moment);
  }

  now(): number {
    return this.#moment;
  }

  countStep(): void {
    this.#engine.countStep();
  }

  sheet(name: string): CalcSheet | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  table(name: string): TableModel | undefined {
    return this.#tables.find((t) => t.name.toLowerCase() === name.toLowerCase());
  }

  tableAt(sheet: SheetModel, row: number, col: number): TableModel | undefined {
    return this.#tables.find(
      (t) =>
        t.sheet === sheet && row >= t.top && row <= t.bottom && col >= t.left && col <= t.right,
    );
  }

  spillArea(ref: RefValue): RefValue | null {
    const sheet = this.sheets[ref.sheet.index];
    const array = sheet?.columns[ref.left]?.extras.get(ref.top)?.array;
    if (!sheet || !array?.dynamic) return null;
    this.#engine.value(sheet, ref.top, ref.left);
    return array.area;
  }

  nameValue(name: string, env: Env): Value | undefined {
    const program = this.#nameProgram(name, env.sheet.index);
    if (!program) return undefined;
    const { world, sheet, row, col } = env;
    return program.run({ world, sheet, row, col, locals: null });
  }

  #nameProgram(name: string, sheet: number): Program | undefined {
    const key = name.toUpperCase();
    return this.#names.get(`${sheet}|${key}`) ?? this.#names.get(`|${key}`);
  }

  /** A formula that must be computed again, because something it refers to has changed. */
  doubt(sheet: CalcSheet, at: Place): boolean {
    const cell = { sheet, row: at.row, col: at.col };
    const doubted = this.#engine.doubt(cell);
    if (doubted) this.#pending?.push(cell);
    return doubted;
  }

  #addTable(t: TableData, sheet: CalcSheet | undefined): void {
    const [a = "", b = a] = t.ref.split(":");
    const from = readCellName(a);
    const to = readCellName(b);
    if (!from || !to || !sheet) return;
    const area = { top: from.row, left: from.col, bottom: to.row, right: to.col };
    this.#tables.push({ ...t, sheet, ...area });
  }

  #sheetOf(data: SheetData | PouringSheet, index: number): CalcSheet {
    const compute = (s: CalcSheet, row: number, col: number) => this.#engine.value(s, row, col);
    const empty = () =>
      new SheetFiller(
        new CalcSheet({ name: data.name, index, pace: this.#engine.pace, compute }),
        this.#cache,
      );
    const filler = filledSheet(data, empty);
    const { sheet } = filler;
    for (const array of filler.finish()) this.#dynamic.push({ sheet, array });
    return sheet;
  }
}

function areaOf(sheet: CalcSheet, row: number, col: number): RefValue {
  return { kind: "ref", sheet, top: row, left: col, bottom: row, right: col };
}
