/** `buka demo`: the main job from the tray to the finance system on sample pages, checked against their truth. */
import { resolve } from "node:path";
import { businessDate } from "../../../core/index.ts";
import { type Summary, secretName, summarise, type Workplace } from "../../../queues/index.ts";
import { receive, work } from "../batch.ts";
import { booksDocument, closeBooks, exitOfBooks } from "../close-books.ts";
import { answerOnePage } from "../demo/clerk.ts";
import {
  type DemoWorkspace,
  prepareDemo,
  readTruth,
  writeDemoSettings,
} from "../demo/demo-workspace.ts";
import {
  demoAccount,
  type FinanceProcess,
  financeLedger,
  startFinance,
} from "../demo/finance-process.ts";
import { type Verdict, verify } from "../demo/verify.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { demoSystem, demoWords } from "../messages.ja.ts";
import { withPlaceAt } from "../open-place.ts";
import { firstBot } from "../package-root.ts";
import { controlLines } from "../reconcile-words.ja.ts";
import { showSummary, summaryDocument } from "../show-summary.ts";
import { writeReports } from "../write-reports.ts";

export async function demo(io: Io, call: Call): Promise<ExitCode> {
  const folder = resolve(io.folder, textOption(call, "workspace") ?? "demo-workspace");
  io.err(demoWords.start);
  io.err(demoWords.folder(folder));
  const workspace = await prepareDemo(folder, hasSwitch(call, "fresh"));
  const finance = await startFinance(workspace.financeFile);
  try {
    io.err(demoWords.finance(finance.url));
    await writeDemoSettings(folder, finance.url, demoAccount);
    const code = await withPlaceAt(io, folder, (place) => play(io, call, place, workspace));
    if (hasSwitch(call, "keep")) await keepUp(io, finance);
    return code;
  } finally {
    await finance.end();
  }
}

async function play(
  io: Io,
  call: Call,
  place: Workplace,
  workspace: DemoWorkspace,
): Promise<ExitCode> {
  const startedAt = io.clock.now().getTime();
  await place.vault.setSecret(secretName(demoSystem, demoAccount.user), demoAccount.password);
  const bot = await place.bot(firstBot);
  const start = { bot: bot.name, headed: hasSwitch(call, "headed"), slow: hasSwitch(call, "slow") };
  const received = await receive(io, place, bot, {
    folder: workspace.tray,
    receivedOn: businessDate(io.clock.now()),
  });
  const { newCases: fresh, unopened } = received;
  io.err(demoWords.received({ pages: received.cases.length, fresh, unopened }));
  const first = await work(io, place, start);
  const truth = await readTruth();
  const answered = await answerOnePage(io, place, bot, truth);
  const second = answered ? await work(io, place, start) : first;
  const end = { ...second, errors: [...first.errors, ...(answered ? second.errors : [])] };
  const books = await closeBooks(io, place, bot, {
    since: new Date(startedAt).toISOString(),
    end,
  });
  const summary = await summarise(place.store, bot.name);
  const reports = await writeReports(place, bot, summary);
  const seconds = (io.clock.now().getTime() - startedAt) / 1000;
  const ledger = await financeLedger(workspace.financeFile);
  const verdict = verify(summary.rows, truth, ledger);
  const { errors } = end;
  if (io.json) {
    const { rows, fields, mismatches, lostPages } = verdict;
    io.out(
      JSON.stringify({
        ...summaryDocument(summary),
        reports,
        seconds,
        rows,
        fields,
        mismatches,
        lostPages,
        presses: ledger.counts.registerPosts,
        control: booksDocument(books),
      }),
    );
  } else {
    showSummary(io, bot, summary, errors);
    for (const line of controlLines(books)) io.out(line);
    io.out("");
    io.out(demoWords.time(seconds, summary.rows.length));
    if (bot.scenario.manualMinutes !== null)
      io.out(demoWords.manual(bot.scenario.manualMinutes, summary.counts.done));
    io.out(
      demoWords.presses({ posts: ledger.counts.registerPosts, rows: ledger.creditors.length }),
    );
    for (const file of reports) io.out(demoWords.report(file));
    showVerdict(io, verdict);
  }
  const code = exitOfBooks(books);
  return code !== exitCodes.ok ? code : exitOf(verdict, summary, errors.length);
}

function showVerdict(io: Io, verdict: Verdict): void {
  if (isGood(verdict)) {
    io.out(demoWords.verdictGood(verdict));
    return;
  }
  io.out(demoWords.verdictBad({ count: verdict.mismatches.length, lost: verdict.lostPages }));
  for (const mismatch of verdict.mismatches) io.out(demoWords.mismatch(mismatch));
}

const isGood = (v: Verdict): boolean =>
  v.rows > 0 && v.mismatches.length === 0 && v.lostPages === 0;

/** 0 only when the database equals the truth and nothing is left in the middle of its way. */
function exitOf(verdict: Verdict, summary: Summary, halts: number): ExitCode {
  const c = summary.counts;
  if (!isGood(verdict)) return exitCodes.mismatch;
  const open = c.received + c.read + c.checked + c.ready + c.entering + c.committing;
  return open + c.failed + c["in-doubt"] + halts > 0 ? exitCodes.target : exitCodes.ok;
}

async function keepUp(io: Io, finance: FinanceProcess): Promise<void> {
  io.err(demoWords.kept(finance.url));
  if (io.signal.aborted) return;
  await new Promise((done) => io.signal.addEventListener("abort", done, { once: true }));
}
