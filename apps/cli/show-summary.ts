/** The summary table of a bot on the terminal and as JSON: counts, what to do today, in which order. */
import type { BukaError, CaseState } from "../../core/index.ts";
import { type Bot, type Summary, type SummaryRow, stateNames } from "../../queues/index.ts";
import { columns, fill } from "./help.ts";
import type { Io } from "./io.ts";
import { summaryWords, words } from "./messages.ja.ts";

/** Lines of the to-do list that are shown; the report holds them all. */
const mostTodo = 20;

export function showSummary(
  io: Io,
  bot: Bot,
  summary: Summary,
  errors: readonly BukaError[],
): void {
  io.out("");
  io.out(summaryWords.head(bot.scenario.title, bot.name));
  const shown = Object.entries(summary.counts).filter(([, n]) => n > 0) as [CaseState, number][];
  io.out(
    table([
      [summaryWords.state, summaryWords.count],
      ...shown.map(([s, n]) => [stateNames[s], String(n)]),
    ]),
  );
  if (summary.todo.length > 0) {
    io.out(summaryWords.todo(summary.todo.length));
    for (const row of summary.todo.slice(0, mostTodo)) io.out(todoLine(row));
    if (summary.todo.length > mostTodo) io.out(summaryWords.more(summary.todo.length - mostTodo));
  }
  for (const error of errors) {
    io.err(`${words.errorHead(error.code)}${error.message}`);
    io.err(`${words.next} ${error.next}`);
  }
}

function todoLine(row: SummaryRow): string {
  const what = whatOf(row);
  return `  ${row.receiptNumber} ${stateNames[row.state]}  ${row.fileName}${summaryWords.part[row.kind](row.page)}  ${what}`;
}

function whatOf(row: SummaryRow): string {
  if (row.wrongAfterEntry.length > 0) return summaryWords.wrongAfterEntry(row.wrongAfterEntry);
  return row.state === "awaiting-review"
    ? summaryWords.asked(row.asked)
    : (row.reason?.message ?? "");
}

/** A plain table with ruled borders that also lines up with full-width characters. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((r) => columns(r[i] ?? ""))));
  const rule = `+${widths.map((w) => "-".repeat(w + 2)).join("+")}+`;
  const line = (row: readonly string[]): string =>
    `| ${widths.map((w, i) => fill(row[i] ?? "", w)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [rule, line(head), rule, ...body.map(line), rule].join("\n");
}

/** The stable JSON shape: no values of fields, only names, codes and numbers. */
export function summaryDocument(summary: Summary): Record<string, unknown> {
  return {
    counts: summary.counts,
    doubleEntry: summary.doubleEntry,
    cases: summary.rows.map((r) => ({
      id: r.caseId,
      receiptNumber: r.receiptNumber,
      file: r.fileName,
      page: r.page,
      state: r.state,
      asked: r.asked,
      wrongAfterEntry: r.wrongAfterEntry,
      reason: r.reason,
      outcome: r.outcome,
      updatedAt: r.updatedAt,
    })),
  };
}
