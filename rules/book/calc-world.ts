/** A whole workbook being computed: every cell when it is first asked for, chains of any length, cycles named. */

import { itemAt, toOperand } from "../formula/array.ts";
import type { Compiled } from "../formula/compile-binding.ts";
import { FormulaCache } from "../formula/formula-cache.ts";
import type { Env, FormulaWorld, SheetModel, TableModel } from "../formula/model.ts";
import { cellName, readCellName } from "../formula/tokens.ts";
import { cellErrors, isLambda, type Scalar, Uncomputable, type Value } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { BookData, SheetData } from "../xlsx/book-data.ts";
import { type CalcCell, CalcSheet, type FormulaSlot } from "./calc-cell.ts";
import { fillSheet } from "./fill-sheet.ts";

/** Formulas that wait for each other on the stack; longer chains are put off and taken up again from the other end. */
const deepestChain = 40;

/** Asks the outermost loop to compute this cell first. */
class Deferred extends Error {
  readonly sheet: CalcSheet;
  readonly cell: CalcCell;
  constructor(sheet: CalcSheet, cell: CalcCell) {
    super("deferred");
    this.sheet = sheet;
    this.cell = cell;
  }
}

interface Running {
  readonly sheet: CalcSheet;
  readonly cell: CalcCell;
}

export class CalcWorld implements FormulaWorld {
  readonly comparison = "excel";
  readonly sheets: readonly CalcSheet[];
  readonly #byName = new Map<string, CalcSheet>();
  readonly #names = new Map<string, { text: string; run: Compiled | Uncomputable | null }>();
  readonly #tables: TableModel[] = [];
  readonly #cache = new FormulaCache();
  /** Cells that are being computed, outermost first. */
  readonly #stack: Running[] = [];
  #depth = 0;
  #round = 1;
  #moment = 0;

  constructor(data: BookData) {
    this.sheets = data.sheets.map((s, index) => this.#sheetOf(s, index));
    for (const sheet of this.sheets) this.#byName.set(sheet.name.toLowerCase(), sheet);
    for (const n of data.names) {
      this.#names.set(`${n.sheet ?? ""}|${n.name.toUpperCase()}`, { text: n.text, run: null });
    }
    data.sheets.forEach((s, i) => {
      for (const t of s.tables) this.#addTable(t, this.sheets[i]);
    });
  }

  /** Starts a new round: every formula is computed again, with this moment for TODAY and NOW. */
  startRound(moment: number): void {
    this.#round++;
    this.#moment = moment;
    for (const sheet of this.sheets) if (sheet.hasFormulas) sheet.version++;
  }

  today(): number {
    return Math.floor(this.#moment);
  }

  now(): number {
    return this.#moment;
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

  nameValue(name: string, env: Env): Value | undefined {
    const key = name.toUpperCase();
    const found = this.#names.get(`${env.sheet.index}|${key}`) ?? this.#names.get(`|${key}`);
    if (!found) return undefined;
    found.run ??= this.#compileName(found.text);
    if (found.run instanceof Uncomputable) throw found.run;
    return found.run({ ...env, locals: null });
  }

  /** Value of a formula cell. Throws Uncomputable. */
  compute(sheet: CalcSheet, cell: CalcCell): Scalar {
    const source = cell.spill ?? cell;
    const slot = source.formula;
    if (!slot) return cell.value;
    this.#ensure(sheet, source, slot);
    if (cell.spill === null) return cell.value;
    return spilled(slot.whole, cell, source);
  }

  #ensure(sheet: CalcSheet, cell: CalcCell, slot: FormulaSlot): void {
    if (slot.round === this.#round) {
      if (slot.state === "done") return;
      if (slot.state === "failed" && slot.failure) throw slot.failure;
      if (slot.state === "running") throw this.#cycle(sheet, cell);
    }
    if (this.#stack.length === 0) this.#computeChain({ sheet, cell });
    else if (this.#depth >= deepestChain) throw new Deferred(sheet, cell);
    else this.#computeOne({ sheet, cell });
    if (slot.state === "failed" && slot.failure) throw slot.failure;
  }

  /** Computes a cell and, before it, whatever lies too deep below it. */
  #computeChain(first: Running): void {
    const waiting: Running[] = [first];
    try {
      for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
        const put = this.#attempt(next);
        if (!put) waiting.pop();
        else if (waiting.some((w) => w.cell === put.cell && w.sheet === put.sheet)) {
          this.#failAll(waiting, put);
          return;
        } else waiting.push(put);
      }
    } finally {
      this.#depth = 0;
      this.#stack.length = 0;
    }
  }

  #attempt(next: Running): Deferred | null {
    this.#stack.length = 0;
    this.#depth = 0;
    try {
      this.#computeOne(next);
      return null;
    } catch (error) {
      if (error instanceof Deferred) return error;
      throw error;
    }
  }

  #failAll(waiting: readonly Running[], put: Running): void {
    const from = waiting.findIndex((w) => w.cell === put.cell && w.sheet === put.sheet);
    const failure = cycleFailure(waiting.slice(from));
    for (const w of waiting) this.#settle(w.cell.formula, failure);
  }

  #computeOne(running: Running): void {
    const { sheet, cell } = running;
    const slot = cell.formula;
    if (!slot || (slot.round === this.#round && slot.state !== "idle")) return;
    slot.state = "running";
    slot.round = this.#round;
    this.#stack.push(running);
    this.#depth++;
    try {
      this.#run(sheet, cell, slot);
      slot.state = "done";
    } catch (error) {
      if (!(error instanceof Uncomputable || error instanceof RangeError)) {
        slot.state = "idle";
        throw error;
      }
      this.#settle(slot, error instanceof Uncomputable ? error : tooDeep());
    } finally {
      this.#stack.pop();
      this.#depth--;
    }
  }

  #run(sheet: CalcSheet, cell: CalcCell, slot: FormulaSlot): void {
    slot.run ??= this.#compile(slot, cell);
    if (slot.run instanceof Uncomputable) throw slot.run;
    const env: Env = { world: this, sheet, row: cell.row, col: cell.col, locals: null };
    const v = slot.run(env);
    if (isLambda(v)) cell.value = cellErrors.calc;
    else {
      const operand = toOperand(v, env, slot.array);
      slot.whole = operand;
      cell.value = firstOf(operand);
    }
  }

  #settle(slot: FormulaSlot | null, failure: Uncomputable): void {
    if (!slot) return;
    slot.state = "failed";
    slot.round = this.#round;
    slot.failure = failure;
  }

  #cycle(sheet: CalcSheet, cell: CalcCell): Uncomputable {
    const from = this.#stack.findIndex((r) => r.cell === cell && r.sheet === sheet);
    return cycleFailure(this.#stack.slice(Math.max(0, from)));
  }

  #compile(slot: FormulaSlot, cell: CalcCell): Compiled | Uncomputable {
    return guarded(() =>
      this.#cache.compile(slot.text, { row: cell.row, col: cell.col, array: slot.array }),
    );
  }

  #compileName(text: string): Compiled | Uncomputable {
    return guarded(() => this.#cache.compile(text, { row: 0, col: 0, array: true }));
  }

  #addTable(t: SheetData["tables"][number], sheet: CalcSheet | undefined): void {
    const [a = "", b = a] = t.ref.split(":");
    const from = readCellName(a);
    const to = readCellName(b);
    if (!from || !to || !sheet) return;
    const area = { top: from.row, left: from.col, bottom: to.row, right: to.col };
    this.#tables.push({ ...t, sheet, ...area });
  }

  #sheetOf(data: SheetData, index: number): CalcSheet {
    const sheet = new CalcSheet({
      name: data.name,
      index,
      columnStyles: data.columnStyles,
      compute: (s, c) => this.compute(s, c),
    });
    fillSheet(sheet, data);
    return sheet;
  }
}

function guarded(compile: () => Compiled): Compiled | Uncomputable {
  try {
    return compile();
  } catch (error) {
    if (error instanceof Uncomputable) return error;
    throw error;
  }
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

const mostShown = 12;

function cycleFailure(path: readonly Running[]): Uncomputable {
  const names = path
    .slice(0, mostShown)
    .map((r) => `${r.sheet.name}!${cellName(r.cell.row, r.cell.col)}`);
  const shown = path.length > mostShown ? [...names, "…"] : names;
  return new Uncomputable(
    "cycle",
    "cycle",
    uncomputableText.cycle([...shown, names[0] ?? ""].join(" → ")),
  );
}
