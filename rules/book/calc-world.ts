/** A whole workbook being computed: every cell when it is first asked for, changes followed to the cells they touch. */

import { itemAt, toOperand } from "../formula/array.ts";
import { FormulaCache } from "../formula/formula-cache.ts";
import type { Env, FormulaWorld, SheetModel, TableModel } from "../formula/model.ts";
import type { Program } from "../formula/program.ts";
import { readCellName } from "../formula/tokens.ts";
import {
  CellError,
  cellErrors,
  isLambda,
  type RefValue,
  type Scalar,
  startCount,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { BookData, SheetData } from "../xlsx/book-data.ts";
import { type CalcCell, FormulaSlot, slotState } from "./calc-cell.ts";
import { cycleFailure, Deferred, deepestChain, type Running } from "./calc-chain.ts";
import { CalcGraph } from "./calc-graph.ts";
import { CalcSheet } from "./calc-sheet.ts";
import { clearSpill, placeSpill } from "./calc-spill.ts";
import { type FilledRows, fillSheet } from "./fill-sheet.ts";

/** Calls of LAMBDA that one cell may make. */
const mostSteps = 2_000_000;
/** Spilled ranges that feed each other settle within a few rounds, or never. */
const mostSpillRounds = 12;

/** A book whose rows may also come one after another. */
export type WorldData = Omit<BookData, "sheets"> & {
  readonly sheets: readonly (Omit<SheetData, "rows"> & FilledRows)[];
};

export class CalcWorld implements FormulaWorld {
  readonly comparison = "excel";
  readonly sheets: readonly CalcSheet[];
  readonly #byName = new Map<string, CalcSheet>();
  readonly #names = new Map<string, Program>();
  readonly #tables: TableModel[] = [];
  readonly #cache = new FormulaCache();
  readonly #dynamic: Running[] = [];
  /** Cells that are being computed, outermost first. */
  readonly #stack: Running[] = [];
  #graph: CalcGraph | null = null;
  /** Formulas that became doubtful since everything was computed; null when everything waits. */
  #pending: Running[] | null = null;
  #moved: RefValue[] = [];
  #depth = 0;
  #steps = 0;
  #round = 1;
  #moment = 0;

  constructor(data: WorldData) {
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

  /** Starts a new round: every formula is computed again, with this moment for TODAY and NOW. */
  startRound(moment: number): void {
    this.#round++;
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
  setValue(sheet: CalcSheet, at: { row: number; col: number }, value: Scalar): void {
    const known = sheet.cell(at.row, at.col);
    const graph = this.#dependents();
    if (known && known.formula === null && known.spill === null) {
      known.value = value;
      sheet.touch(at.col);
    } else {
      if (known?.formula) this.#forget(sheet, known);
      const { style, phonetic } = known ?? { style: 0, phonetic: null };
      sheet.put({ ...at, value, formula: null, spill: null, style, phonetic });
    }
    graph.spoil(areaOf(sheet, at.row, at.col));
    this.#settleSpills();
  }

  /** Puts a formula (without "=") into a cell. */
  setFormula(sheet: CalcSheet, at: { row: number; col: number }, text: string): void {
    const known = sheet.cell(at.row, at.col);
    if (known?.formula) this.#forget(sheet, known);
    const program = this.#cache.program(text, { ...at, array: false }, null);
    const formula = new FormulaSlot({ program, ...at, array: null, written: text });
    const { style, phonetic } = known ?? { style: 0, phonetic: null };
    const cell: CalcCell = { ...at, value: null, formula, spill: null, style, phonetic };
    const graph = this.#dependents();
    sheet.put(cell);
    this.#pending?.push({ sheet, cell });
    graph.add(sheet, cell);
    graph.spoil(areaOf(sheet, at.row, at.col));
    this.#settleSpills();
  }

  #forget(sheet: CalcSheet, cell: CalcCell): void {
    this.#dependents().remove(sheet, cell);
    if (cell.formula?.array?.dynamic) this.#moved.push(...clearSpill(sheet, cell));
  }

  /** Computes every formula that waits, row by row: what a formula looks at mostly stands beside it. */
  computeAll(): void {
    const pending = this.#pending;
    this.#pending = [];
    if (pending) {
      for (const next of pending) this.#computeIfIdle(next.sheet, next.cell);
      return;
    }
    for (const sheet of this.sheets) if (sheet.hasFormulas) this.#computeSheet(sheet);
  }

  #computeSheet(sheet: CalcSheet): void {
    for (const row of sheet.rows) {
      for (const cell of row ?? []) if (cell?.formula) this.#computeIfIdle(sheet, cell);
    }
  }

  #computeIfIdle(sheet: CalcSheet, cell: CalcCell): void {
    const slot = cell.formula;
    if (slot && (slot.round !== this.#round || slot.state === slotState.idle))
      this.#computeChain({ sheet, cell });
  }

  #quietly(sheet: CalcSheet, cell: CalcCell): void {
    try {
      this.compute(sheet, cell);
    } catch (error) {
      if (!(error instanceof Uncomputable)) throw error;
    }
  }

  /** Array formulas that fill cells come first; what they newly fill makes other cells doubtful. */
  #settleSpills(): void {
    if (this.#dynamic.length === 0) return;
    for (let i = 0; i < mostSpillRounds; i++) {
      for (const { sheet, cell } of this.#dynamic) {
        if (sheet.cell(cell.row, cell.col) === cell) this.#quietly(sheet, cell);
      }
      if (this.#moved.length === 0) return;
      const moved = this.#moved;
      this.#moved = [];
      for (const area of moved) this.#dependents().spoil(area);
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
    if (++this.#steps > mostSteps)
      throw new Uncomputable("limit", "LAMBDA", uncomputableText.tooManySteps());
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
    const cell = sheet?.cell(ref.top, ref.left);
    if (!sheet || !cell?.formula?.array?.dynamic) return null;
    this.compute(sheet, cell);
    return cell.formula.array.area;
  }

  nameValue(name: string, env: Env): Value | undefined {
    const program = this.#nameProgram(name, env.sheet.index);
    return program?.run({ ...env, locals: null });
  }

  #nameProgram(name: string, sheet: number): Program | undefined {
    const key = name.toUpperCase();
    return this.#names.get(`${sheet}|${key}`) ?? this.#names.get(`|${key}`);
  }

  /** Value of a formula cell. Throws Uncomputable. */
  compute(sheet: CalcSheet, cell: CalcCell): Scalar {
    const source = cell.spill ?? cell;
    const slot = source.formula;
    if (!slot) return cell.value;
    if (slot.round !== this.#round || slot.state !== slotState.done) {
      this.#ensure(sheet, source, slot);
    }
    return cell.spill === null ? cell.value : spilled(slot.array?.whole ?? null, cell, source);
  }

  #ensure(sheet: CalcSheet, cell: CalcCell, slot: FormulaSlot): void {
    if (slot.round === this.#round) {
      if (slot.state === slotState.failed && slot.failure) throw slot.failure;
      if (slot.state === slotState.running) throw this.#cycle(sheet, cell);
    }
    if (this.#stack.length === 0) this.#computeChain({ sheet, cell });
    else if (this.#depth >= deepestChain) throw new Deferred(sheet, cell);
    else this.#computeOne({ sheet, cell }, slot);
    if (slot.state === slotState.failed && slot.failure) throw slot.failure;
  }

  /** Computes a cell and, before it, whatever lies too deep below it. */
  #computeChain(first: Running): void {
    this.#steps = 0;
    startCount();
    const deeper = this.#attempt(first);
    if (deeper) this.#computeFrom([first, deeper]);
  }

  #computeFrom(waiting: Running[]): void {
    for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
      const put = this.#attempt(next);
      if (!put) waiting.pop();
      else if (waiting.some((w) => w.cell === put.cell)) {
        this.#failAll(waiting, put);
        return;
      } else waiting.push(put);
    }
  }

  #attempt(next: Running): Deferred | null {
    this.#stack.length = 0;
    this.#depth = 0;
    try {
      if (next.cell.formula) this.#computeOne(next, next.cell.formula);
      return null;
    } catch (error) {
      this.#stack.length = 0;
      this.#depth = 0;
      if (error instanceof Deferred) return error;
      throw error;
    }
  }

  #failAll(waiting: readonly Running[], put: Running): void {
    const failure = cycleFailure(waiting.slice(waiting.findIndex((w) => w.cell === put.cell)));
    for (const w of waiting) this.#fail(w, failure);
  }

  #computeOne(running: Running, slot: FormulaSlot): void {
    if (slot.round === this.#round && slot.state !== slotState.idle) return;
    slot.state = slotState.running;
    slot.round = this.#round;
    this.#stack.push(running);
    this.#depth++;
    try {
      this.#run(running.sheet, running.cell, slot);
      slot.state = slotState.done;
      running.sheet.waits(running.cell.col, -1);
    } catch (error) {
      if (!(error instanceof Uncomputable || error instanceof RangeError)) {
        slot.state = slotState.idle;
        throw error;
      }
      this.#fail(running, error instanceof Uncomputable ? error : tooDeep());
    } finally {
      this.#stack.pop();
      this.#depth--;
    }
  }

  #run(sheet: CalcSheet, cell: CalcCell, slot: FormulaSlot): void {
    const env: Env = { world: this, sheet, row: cell.row, col: cell.col, locals: null };
    const v = slot.program.run(env);
    const { array } = slot;
    if (array === null && (typeof v !== "object" || v === null || v instanceof CellError)) {
      cell.value = v === null ? 0 : v;
      return;
    }
    const operand = isLambda(v) ? cellErrors.calc : toOperand(v, env, slot.program.array);
    if (array) array.whole = operand;
    cell.value = array?.dynamic ? this.#spill(sheet, cell, operand) : firstOf(operand);
  }

  #spill(sheet: CalcSheet, cell: CalcCell, whole: Value): Scalar {
    const placed = placeSpill({ world: this, sheet, cell }, whole);
    this.#moved.push(...placed.moved);
    return placed.value;
  }

  #fail(running: Running, failure: Uncomputable): void {
    const slot = running.cell.formula;
    if (!slot) return;
    const again = slot.round === this.#round && slot.state === slotState.failed;
    if (!again) running.sheet.waits(running.cell.col, -1);
    slot.state = slotState.failed;
    slot.round = this.#round;
    slot.failure = failure;
  }

  #cycle(_: CalcSheet, cell: CalcCell): Uncomputable {
    const from = this.#stack.findIndex((r) => r.cell === cell);
    return cycleFailure(this.#stack.slice(Math.max(0, from)));
  }

  /** A formula that must be computed again, because something it refers to has changed. */
  doubt(sheet: CalcSheet, cell: CalcCell): boolean {
    const slot = cell.formula;
    if (!slot || slot.round !== this.#round || slot.state === slotState.idle) return false;
    slot.state = slotState.idle;
    slot.failure = null;
    sheet.waits(cell.col, 1);
    this.#pending?.push({ sheet, cell });
    return true;
  }

  #addTable(t: SheetData["tables"][number], sheet: CalcSheet | undefined): void {
    const [a = "", b = a] = t.ref.split(":");
    const from = readCellName(a);
    const to = readCellName(b);
    if (!from || !to || !sheet) return;
    const area = { top: from.row, left: from.col, bottom: to.row, right: to.col };
    this.#tables.push({ ...t, sheet, ...area });
  }

  #sheetOf(data: WorldData["sheets"][number], index: number): CalcSheet {
    const sheet = new CalcSheet({
      name: data.name,
      index,
      columnStyles: data.columnStyles,
      hiddenRows: data.hiddenRows ?? new Set(),
      filter: data.filter ?? null,
      compute: (s, c) => this.compute(s, c),
    });
    for (const cell of fillSheet(sheet, data, this.#cache)) this.#dynamic.push({ sheet, cell });
    return sheet;
  }
}

function areaOf(sheet: CalcSheet, row: number, col: number): RefValue {
  return { kind: "ref", sheet, top: row, left: col, bottom: row, right: col };
}

function tooDeep(): Uncomputable {
  return new Uncomputable("limit", "depth", uncomputableText.tooDeep());
}

function firstOf(v: Value): Scalar {
  const first = itemAt(v as Parameters<typeof itemAt>[0], 0, 0);
  return first === null ? 0 : first;
}

function spilled(whole: Value, cell: CalcCell, source: CalcCell): Scalar {
  const v = itemAt(
    whole as Parameters<typeof itemAt>[0],
    cell.row - source.row,
    cell.col - source.col,
  );
  return v === null ? 0 : v;
}
