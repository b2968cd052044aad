/** Rehearsal (予行): rows or waiting cases are checked and typed into the real screens, and nothing is committed or journalled. */

import { businessDate, type Finding } from "../core/index.ts";
import type { EvidenceSink, RehearsalOutcome, RehearsalRequest } from "../runner/index.ts";
import { builtInFields } from "../scenarios/index.ts";
import type { Bot } from "./bot.ts";
import { openBotFiles } from "./bot-files.ts";
import { createDesk, type DeskOptions } from "./desk.ts";
import { ledgerSheet, rehearsalNumber } from "./messages.ja.ts";
import { paperDoor } from "./papers.ts";
import { valuesOf } from "./preview-rows.ts";
import { entryValues } from "./read-work.ts";
import { planTable, type RowsFile, refuseFaults } from "./receive-rows.ts";
import type { Workplace } from "./workplace.ts";

/** One case to rehearse: its name for people and its values. */
export interface RehearsalCase {
  /** 受付番号, or the number that a row gets for the rehearsal only. */
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/** A case with what became of its rehearsal. */
export interface RehearsedCase extends RehearsalCase {
  readonly outcome: RehearsalOutcome;
}

export interface RehearsalOptions extends DeskOptions {
  /** Where the pictures of a case go. */
  readonly evidenceOf: (name: string) => EvidenceSink;
  readonly beforeStep?: RehearsalRequest["beforeStep"];
}

/**
 * The first rows of a table as cases, read as `buka intake` reads them, with what the check book finds and derives; the ledger
 * is not touched. Throws what receiving the table would throw.
 */
export async function casesOfTable(
  place: Pick<Workplace, "clock">,
  bot: Bot,
  source: RowsFile & { readonly most: number },
): Promise<readonly RehearsalCase[]> {
  const now = place.clock.now();
  const planned = await planTable(bot, source, now);
  refuseFaults(planned);
  const today = businessDate(now);
  return planned.plan.rows.slice(0, source.most).map((row, index) => {
    const name = rehearsalNumber(index + 1);
    const values = {
      ...valuesOf(row),
      [builtInFields.receiptNumber]: name,
      [builtInFields.receivedOn]: today,
    };
    const result = bot.book?.check(values, { sheets: { [ledgerSheet]: [] }, today });
    return {
      name,
      values: { ...values, ...result?.derived },
      findings: result?.findings ?? [],
    };
  });
}

/** Cases of the ledger that wait for entry (入力待ち), oldest first; they stay where they are. */
export async function waitingCases(
  place: Pick<Workplace, "store">,
  bot: Bot,
  most: number,
): Promise<readonly RehearsalCase[]> {
  const ready = await place.store.listCases({ bot: bot.name, states: ["ready"] });
  return ready.slice(0, most).map((c) => ({
    name: c.receiptNumber,
    values: entryValues(c),
    findings: c.findings,
  }));
}

/**
 * Plays each case up to 登録する with the bot's own account, one after another; stops after a case that a person ended.
 * Throws QUE… when the account is in use, RUN001–RUN003 when there is no browser.
 */
export async function rehearse(
  place: Workplace,
  bot: Bot,
  cases: readonly RehearsalCase[],
  options: RehearsalOptions,
): Promise<readonly RehearsedCase[]> {
  const desk = createDesk(place, options);
  const renew = (): void => void desk.renew().catch(() => undefined);
  const beat = setInterval(renew, (options.leaseSeconds * 1000) / 3);
  try {
    await desk.sitDown(bot);
    const player = await desk.player();
    const done: RehearsedCase[] = [];
    for (const one of cases) {
      if (options.signal.aborted) break;
      const outcome = await player.rehearse({
        scenario: bot.scenario,
        values: one.values,
        evidence: options.evidenceOf(one.name),
        files: openBotFiles(bot.folder),
        papers: paperDoor(one.name, one.values),
        ...(options.beforeStep ? { beforeStep: options.beforeStep } : {}),
      });
      done.push({ ...one, outcome });
      if (outcome.kind === "ended-by-person") break;
    }
    return done;
  } finally {
    clearInterval(beat);
    await desk.leave();
  }
}
