/** Work of the read lane: page → readings → checks → ready, a person, or back to the sender. */

import {
  businessDate,
  type Case,
  type CaseReason,
  caseValues,
  type FieldReading,
  type Finding,
} from "../core/index.ts";
import type { OtherPage } from "../ocr/index.ts";
import { builtInFields } from "../scenarios/index.ts";
import type { Bot } from "./bot.ts";
import { keyOf } from "./business-key.ts";
import { doubleStates, drawFields, hasDrawn, holdingFields } from "./double-entry.ts";
import { ledgerSheet, queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { paperOf, readPapers } from "./papers.ts";
import { forgetOriginal, isForgotten, mindForgotten } from "./private-pages.ts";
import { mastersOf, pageImageEvent, type ReadDoors } from "./read-doors.ts";

/**
 * Takes a case from received (or read, after a review) as far as it goes without a person: ready, awaiting-review or
 * returned. Safe to repeat: a case that has moved on is given back as it is. OCR… environment errors pass through.
 */
export async function readCase(doors: ReadDoors, bot: Bot, caseId: string): Promise<Case | null> {
  let current = await doors.store.getCase(caseId);
  if (current?.state === "received") current = await readOnePage(doors, bot, current);
  if (current?.state === "read") current = await checkOne(doors, bot, current);
  if (current?.state === "checked") current = await routeOne(doors, bot, current);
  if (current) doors.ledger.note(current);
  return current;
}

async function readOnePage(doors: ReadDoors, bot: Bot, from: Case): Promise<Case> {
  const { store, actor } = doors;
  if (!bot.form) throw queueError.noForm({ bot: bot.name });
  if (await isForgotten(doors, from)) {
    const reason = reasonOf(queueError.originalErased({}));
    const facts = { code: reason.code };
    return moveCase(store, from, "business-error", { patch: { reason }, actor, facts });
  }
  const path = await doors.evidence.fileOf(await store.originalOf(from.id));
  const page = await doors.pages.readPage(
    path,
    from.source.page,
    [bot.form, ...bot.papers.values()],
    mastersOf(bot),
  );
  if (page.kind !== "form") return setAside(doors, from, page);
  const paper = paperOf(bot, page);
  if (paper !== null) return leaveToItsCase(doors, from, paper);
  const image = await doors.evidence.put(page.image, "png");
  await store.addEvent(from.id, {
    actor,
    event: pageImageEvent,
    facts: { image, dpi: page.dpi, page: page.page },
  });
  const drawn = drawFields(from.id, page.fields, doors.doubleEntry?.share ?? 0);
  const readings = { ...(await readPapers(doors, bot, from)), ...drawn };
  const asked = Object.values(readings).filter((f) => !f.accepted).length;
  const facts = {
    fields: Object.keys(page.fields).length,
    asked,
    drawn: Object.values(readings).filter((f) => f.drawn).length,
    cpuMillis: Math.round(page.cpuSeconds * 1000),
  };
  doors.log.info("page-read", { caseId: from.id, ...facts });
  const patch = { readings, reason: null };
  const read = await moveCase(store, from, "read-ok", { patch, actor, facts });
  await mindForgotten(doors, read);
  return read;
}

/** A paper is no case of its own: it is read with the form before it. */
function leaveToItsCase(doors: ReadDoors, from: Case, paper: string): Promise<Case> {
  const reason = reasonOf(queueError.onlyPaper({ paper }));
  const facts = { page: "paper", code: reason.code };
  return moveCase(doors.store, from, "business-error", {
    patch: { reason },
    actor: doors.actor,
    facts,
  });
}

/** A page that is no form to enter. One with a 個人番号 leaves nothing behind but a picture with the field painted black. */
async function setAside(doors: ReadDoors, from: Case, page: OtherPage): Promise<Case> {
  const { store, actor } = doors;
  if (page.masked) {
    const image = await doors.evidence.put(page.masked, "png");
    const facts = { image, dpi: page.dpi ?? 0 };
    await store.addEvent(from.id, { actor, event: pageImageEvent, facts });
  }
  const moved = await moveCase(store, from, "business-error", {
    patch: { reason: page.reason },
    actor,
    facts: { page: page.kind, code: page.reason.code },
  });
  if (page.kind === "private-number") await forgetOriginal(doors, moved);
  else await mindForgotten(doors, moved);
  return moved;
}

/** Values of a case with the fields that every case has. */
export function entryValues(c: Case): Record<string, string> {
  return {
    ...caseValues(c),
    [builtInFields.receiptNumber]: c.receiptNumber,
    [builtInFields.receivedOn]: c.receivedOn,
  };
}

async function checkOne(doors: ReadDoors, bot: Bot, from: Case): Promise<Case> {
  const values = entryValues({ ...from, derived: {}, outcome: {} });
  const result = bot.book
    ? bot.book.check(values, {
        // All earlier cases: only a check book looks at them.
        sheets: { [ledgerSheet]: await doors.ledger.before(from) },
        today: businessDate(doors.clock.now()),
      })
    : { findings: [], derived: {} };
  const businessKey = keyOf(bot, { ...values, ...result.derived });
  const patch = { findings: result.findings, derived: result.derived, businessKey };
  const facts = { findings: result.findings.length };
  return moveCase(doors.store, from, "checked", { patch, actor: doors.actor, facts });
}

async function routeOne(doors: ReadDoors, bot: Bot, from: Case): Promise<Case> {
  const { store, actor } = doors;
  const asked = askedFields(from);
  const wrong = from.findings.filter((f) => f.severity === "error");
  const uncomputable = from.findings.some((f) => f.severity === "uncomputable");
  const doubtful = wrong.some((f) => f.fields.some((name) => asked.includes(name)));
  if (wrong.length > 0 && !doubtful && !uncomputable) {
    const reason = reasonOfFindings(wrong);
    return moveCase(store, from, "business-error", {
      patch: { reason },
      actor,
      facts: { code: reason.code },
    });
  }
  const held = await heldFields(doors, from);
  if (asked.length > 0 || uncomputable || held.length > 0) {
    return moveCase(store, from, "needs-review", {
      actor,
      facts: { asked: asked.length, held: held.length },
    });
  }
  const empty = emptyRequired(bot, from);
  if (empty.length > 0) {
    const reason = reasonOf(queueError.emptyValue({ fields: empty.join("・") }));
    return moveCase(store, from, "business-error", {
      patch: { reason },
      actor,
      facts: { code: reason.code },
    });
  }
  return moveCase(store, from, "checks-clean", { patch: { reason: null }, actor });
}

/** Fields whose double entry keeps the case from being entered. */
async function heldFields(doors: ReadDoors, c: Case): Promise<readonly string[]> {
  if (!hasDrawn(c)) return [];
  const states = doubleStates(c, await doors.store.events(c.id));
  return holdingFields(states, doors.doubleEntry?.waits ?? false);
}

/** Names of the fields that a person has to look at, in form order. */
export function askedFields(c: Pick<Case, "readings">): readonly string[] {
  return Object.entries(c.readings)
    .filter(([, reading]: [string, FieldReading]) => !reading.accepted)
    .map(([name]) => name);
}

function emptyRequired(bot: Bot, c: Case): readonly string[] {
  const required = bot.form?.fields.filter((f) => f.required).map((f) => f.name) ?? [];
  return required.filter((name) => (c.readings[name]?.value ?? "") === "");
}

function reasonOfFindings(findings: readonly Finding[]): CaseReason {
  const rules = findings.map((f) => f.message).join(" ");
  return reasonOf(queueError.checkFailed({ rules }));
}
