/**
 * Other papers of a case (書類から読む): pages that were scanned right behind its form, in the same file. They are read
 * with the form, so that a person is asked before the entry begins; the entry itself finds the values in the case.
 */
import type { Case, FieldReading, Readings } from "../core/index.ts";
import type { Form, FormPage } from "../ocr/index.ts";
import type { PaperDoor } from "../runner/index.ts";
import { flatSteps, type Scenario } from "../scenarios/index.ts";
import type { Bot } from "./bot.ts";
import { queueError } from "./messages.ja.ts";
import { mastersOf, pageImageEvent, type ReadDoors } from "./read-doors.ts";

/** The paper whose form a page has; null for the form of the bot itself. */
export function paperOf(bot: Bot, page: FormPage): string | null {
  if (page.formId === bot.form?.id) return null;
  const found = [...bot.papers].find(([, form]) => form.id === page.formId);
  return found?.[0] ?? null;
}

/** Which fields the sentences take from which paper. */
export function papersWanted(scenario: Scenario): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, readonly string[]>();
  for (const step of flatSteps(scenario.steps)) {
    if (step.kind !== "read-paper") continue;
    wanted.set(step.paper, [...new Set([...(wanted.get(step.paper) ?? []), ...step.into])]);
  }
  return wanted;
}

/** Readings of the fields that the sentences take from papers; the first page of each paper before the next form counts. */
export async function readPapers(doors: ReadDoors, bot: Bot, from: Case): Promise<Readings> {
  const wanted = papersWanted(bot.scenario);
  if (wanted.size === 0 || bot.form === null) return {};
  const path = await doors.evidence.fileOf(await doors.store.originalOf(from.id));
  const last = await doors.pages.countPages(path);
  const forms: readonly Form[] = [bot.form, ...bot.papers.values()];
  const readings: Record<string, FieldReading> = {};
  const open = new Set(wanted.keys());
  for (let number = from.source.page + 1; number <= last && open.size > 0; number++) {
    const page = await doors.pages.readPage(path, number, forms, mastersOf(bot));
    if (page.kind !== "form") continue;
    const paper = paperOf(bot, page);
    if (paper === null) break;
    if (!open.delete(paper)) continue;
    await keepPicture(doors, from, page);
    Object.assign(readings, fieldsOf(page, wanted.get(paper) ?? []));
  }
  return readings;
}

function fieldsOf(page: FormPage, names: readonly string[]): Readings {
  return Object.fromEntries(Object.entries(page.fields).filter(([name]) => names.includes(name)));
}

async function keepPicture(doors: ReadDoors, from: Case, page: FormPage): Promise<void> {
  const image = await doors.evidence.put(page.image, "png");
  const facts = { image, dpi: page.dpi, page: page.page };
  await doors.store.addEvent(from.id, { actor: doors.actor, event: pageImageEvent, facts });
}

/** The papers of a case for its entry: what was read with its form. QUE145 for a field that is not there; no page is opened. */
export function paperDoor(receipt: string, known: Readonly<Record<string, string>>): PaperDoor {
  return {
    async read(paper, fields) {
      const values: Record<string, string> = {};
      for (const field of fields) {
        const value = Object.hasOwn(known, field) ? known[field] : undefined;
        if (value === undefined) throw queueError.noPaper({ paper, receipt });
        values[field] = value;
      }
      return { kind: "values", values };
    },
  };
}
