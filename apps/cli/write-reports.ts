/** Writes the report of a bot: one HTML file and one workbook, with evidence as links. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Bot, type Summary, stateNames, type Workplace } from "../../queues/index.ts";
import { type Table, writeTableBook } from "../../rules/index.ts";
import { japanTime, madeAt } from "./japan-time.ts";
import { cliError, reportWords } from "./messages.ja.ts";
import { reportHtml } from "./views/report-html.ts";

/** Gives the paths of the files, HTML first. `folder` defaults to the reports folder of the settings. */
export async function writeReports(
  place: Workplace,
  bot: Bot,
  summary: Summary,
  folder: string = place.path("reports"),
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = place.clock.now();
  const stamp = japanTime(now).slice(0, 16).replace(/[-:]/g, "").replace("T", "-");
  const name = `${bot.name}-${stamp}`;
  const html = join(folder, `${name}.html`);
  const workbook = join(folder, `${name}.xlsx`);
  const document = reportHtml(summary, {
    title: bot.scenario.title,
    owner: bot.scenario.owner,
    madeAt: madeAt(now),
    manualMinutes: bot.scenario.manualMinutes,
    pictureLink: (key) => relative(folder, place.evidence.pathOf(key)).split(sep).join("/"),
    clockTime: (iso) => japanTime(new Date(iso)).slice(11, 16),
  });
  try {
    await writeFile(html, document, { mode: 0o600 });
    await writeTableBook([summaryTable(summary), caseTable(summary)], workbook);
  } catch (cause) {
    throw cliError.noWritePlace({ file: folder }, { cause });
  }
  return [html, workbook];
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
    r.reason?.message ?? "",
    r.reason?.next ?? "",
    r.confirmedBy.join(reportWords.comma),
    japanTime(new Date(r.updatedAt)).replace("T", " "),
  ]);
  const [before, after] = [reportWords.columnsBefore, reportWords.columnsAfter];
  return { name: reportWords.sheetCases, columns: captions([...before, ...names, ...after]), rows };
}

const captions = (names: readonly string[]): Table["columns"] =>
  names.map((caption) => ({ caption }));
