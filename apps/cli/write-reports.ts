/** Writes the report of a bot: one HTML file and one workbook, with evidence as links. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import {
  type Bot,
  type ControlRecord,
  type DoubleEntrySummary,
  evidenceWaiting,
  lastControl,
  type Summary,
  stateNames,
  type Workplace,
  waitingReasons,
} from "../../queues/index.ts";
import { type Table, writeTableBook } from "../../rules/index.ts";
import { japanTime, madeAt } from "./japan-time.ts";
import { cliError, reportWords, summaryWords } from "./messages.ja.ts";
import { bookRows, bookSheet, controlLines } from "./reconcile-words.ja.ts";
import { type ReportFacts, reportHtml } from "./views/report-html.ts";

/** Gives the paths of the files, HTML first. `folder` defaults to the reports folder of the settings. */
export async function writeReports(
  place: Workplace,
  bot: Bot,
  summary: Summary,
  folder: string = place.path("reports"),
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = place.clock.now();
  const books = await lastControl(place.store, bot.name);
  const stamp = japanTime(now).slice(0, 16).replace(/[-:]/g, "").replace("T", "-");
  const name = `${bot.name}-${stamp}`;
  const html = join(folder, `${name}.html`);
  const workbook = join(folder, `${name}.xlsx`);
  const document = reportHtml(summary, {
    title: bot.scenario.title,
    owner: bot.scenario.owner,
    madeAt: madeAt(now),
    manualMinutes: bot.scenario.manualMinutes,
    waiting: await reasonsNow(place, bot.name),
    pictureLink: await pictureLinks(place, summary, folder),
    clockTime: (iso) => japanTime(new Date(iso)).slice(11, 16),
    books: bookWords(books, summary),
  });
  try {
    await writeFile(html, document, { mode: 0o600 });
    const tables = [
      summaryTable(summary),
      caseTable(summary),
      doubleTable(summary.doubleEntry),
      bookTable(books),
    ];
    await writeTableBook(tables, workbook);
  } catch (cause) {
    throw cliError.noWritePlace({ file: folder }, { cause });
  }
  return [html, workbook];
}

async function reasonsNow(place: Workplace, bot: string): Promise<ReportFacts["waiting"]> {
  const evidence = await evidenceWaiting(place);
  return [...(await waitingReasons(place, bot)), ...(evidence === null ? [] : [evidence])];
}

/** Links may point at evidence in a folder; copies of what a server has are gone after a day. */
async function pictureLinks(
  place: Workplace,
  summary: Summary,
  folder: string,
): Promise<ReportFacts["pictureLink"]> {
  const links = new Map<string, string>();
  const keys = place.evidence.isHere ? summary.rows.flatMap((r) => Object.values(r.pictures)) : [];
  for (const key of keys)
    links.set(
      key,
      relative(folder, await place.evidence.fileOf(key))
        .split(sep)
        .join("/"),
    );
  return (key) => links.get(key) ?? null;
}

/** What the last comparison of the books said, and whether cases have moved since. */
function bookWords(books: ControlRecord | null, summary: Summary): ReportFacts["books"] {
  if (books === null) return { good: false, lines: [bookSheet.never] };
  const at = bookSheet.at(japanTime(new Date(books.at)).replace("T", " ").slice(0, 16));
  const moved = summary.rows.some((r) => r.updatedAt > books.at);
  const lines = [...controlLines(books), at, ...(moved ? [bookSheet.moved] : [])];
  return { good: books.complete && !moved, lines };
}

function bookTable(books: ControlRecord | null): Table {
  const rows = books === null ? [[bookSheet.never]] : bookRows(books);
  return { name: bookSheet.name, columns: captions([...bookSheet.columns]), rows };
}

function summaryTable(summary: Summary): Table {
  const rows = Object.entries(stateNames).map(([state, name]) => [
    name,
    summary.rows.filter((r) => r.state === state).length,
  ]);
  return {
    name: reportWords.sheetCounts,
    columns: captions([reportWords.state, reportWords.count]),
    rows,
  };
}

/** Blind double entry in numbers: how often a value that went on without a person is wrong. */
function doubleTable(d: DoubleEntrySummary): Table {
  const { rate } = d;
  const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
  const rows: (string | number)[][] = [
    [reportWords.double.accepted, d.accepted],
    [reportWords.double.drawn, d.drawn],
    [reportWords.double.waiting, d.waiting],
    [reportWords.double.undecided, d.undecided],
    [reportWords.double.checked, rate.checked],
    [reportWords.double.wrong, rate.wrong],
    [reportWords.double.rate, rate.checked === 0 ? reportWords.double.none : percent(rate.rate)],
    [reportWords.double.low, rate.checked === 0 ? reportWords.double.none : percent(rate.low)],
    [reportWords.double.high, rate.checked === 0 ? reportWords.double.none : percent(rate.high)],
  ];
  const columns = captions([reportWords.double.item, reportWords.double.value]);
  return { name: reportWords.double.sheet, columns, rows };
}

function caseTable(summary: Summary): Table {
  const names = [...new Set(summary.rows.flatMap((r) => Object.keys(r.outcome)))];
  const rows = summary.rows.map((r) => [
    r.receiptNumber,
    r.receivedOn,
    stateNames[r.state],
    r.fileName,
    r.page,
    ...names.map((n) => r.outcome[n] ?? ""),
    r.asked.join(reportWords.comma),
    r.wrongAfterEntry.length > 0
      ? summaryWords.wrongAfterEntry(r.wrongAfterEntry)
      : (r.reason?.message ?? ""),
    r.reason?.next ?? "",
    r.confirmedBy.join(reportWords.comma),
    japanTime(new Date(r.updatedAt)).replace("T", " "),
  ]);
  const [before, after] = [reportWords.columnsBefore, reportWords.columnsAfter];
  return { name: reportWords.sheetCases, columns: captions([...before, ...names, ...after]), rows };
}

const captions = (names: readonly string[]): Table["columns"] =>
  names.map((caption) => ({ caption }));
