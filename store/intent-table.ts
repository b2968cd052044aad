/** Commit intents: the journal that says, whatever dies, whether the one irreversible press may have happened. */
import { z } from "zod";
import { readRow } from "./case-rows.ts";
import { needCase, type TableDoors } from "./case-table.ts";
import { appendEvent } from "./event-log.ts";
import { requireLease } from "./lease-table.ts";
import { intentNames, storeError } from "./messages.ja.ts";
import type { SqlFile } from "./sql-file.ts";
import type { Actor, Intent, IntentState, Lease, SettledState, Store } from "./store.ts";

/**
 * Moves that exist. "committed" is the end. "not-committed" may be planned anew, and a record that a later look-up finds
 * after all may be told: what stands in the target is stronger than what was said before.
 */
const moves: Readonly<Record<IntentState, readonly IntentState[]>> = {
  planned: ["planned", "pressing"],
  pressing: ["committed", "not-committed", "in-doubt"],
  committed: ["committed"],
  "not-committed": ["planned", "not-committed", "committed"],
  "in-doubt": ["committed", "not-committed", "in-doubt"],
};

const intentRow = z.object({
  case_id: z.string(),
  business_key: z.string(),
  state: z.enum(["planned", "pressing", "committed", "not-committed", "in-doubt"]),
  fence: z.number().int(),
  row_hash: z.string(),
  target_number: z.string().nullable(),
  pressed_at: z.string().nullable(),
  updated_at: z.string(),
});

const claimRow = z.object({ case_id: z.string(), first_pressed_at: z.string().nullable() });

type Planned = Awaited<ReturnType<Store["planIntent"]>>;

export function planIntent(doors: TableDoors, ...plan: Parameters<Store["planIntent"]>): Planned {
  const [caseId, businessKey, rowHash, fence] = plan;
  const { file, now } = doors;
  return file.transaction(() => {
    const { bot } = needCase(file, caseId);
    const claim = findClaim(file, bot, businessKey);
    if (claim && claim.case_id !== caseId) return { kind: "duplicate", caseId: claim.case_id };
    const old = findIntent(file, caseId);
    if (old) checkMove(old, "planned", fence);
    claimKey(file, { bot, businessKey, caseId });
    const at = now();
    const intent: Intent = {
      caseId,
      businessKey,
      state: "planned",
      fence,
      rowHash,
      targetNumber: null,
      pressedAt: null,
      updatedAt: at,
    };
    saveIntent(file, intent);
    const from = old?.state ?? null;
    appendEvent(file, caseId, at, {
      actor: botActor(bot),
      event: "intent-planned",
      facts: { from, fence },
    });
    return { kind: "planned", intent };
  });
}

/** The case may hold several keys: those it was pressed under, and the newest. Unpressed older ones are freed. */
function claimKey(
  file: SqlFile,
  claim: { readonly bot: string; readonly businessKey: string; readonly caseId: string },
): void {
  const { bot, businessKey, caseId } = claim;
  file.run(
    "DELETE FROM key_claim WHERE case_id = ? AND business_key <> ? AND first_pressed_at IS NULL",
    [caseId, businessKey],
  );
  file.run(
    "INSERT INTO key_claim (bot, business_key, case_id) VALUES (?, ?, ?) ON CONFLICT (bot, business_key) DO NOTHING",
    [bot, businessKey, caseId],
  );
}

export function markPressing(doors: TableDoors, caseId: string, lease: Lease): Intent {
  const { file, now } = doors;
  return file.transaction(() => {
    const { bot } = needCase(file, caseId);
    const at = now();
    requireLease(file, lease, at);
    const old = needIntent(file, caseId);
    checkMove(old, "pressing", lease.fence);
    const intent: Intent = {
      ...old,
      state: "pressing",
      fence: lease.fence,
      pressedAt: at,
      updatedAt: at,
    };
    saveIntent(file, intent);
    file.run(
      `UPDATE key_claim SET first_pressed_at = ?
       WHERE bot = ? AND business_key = ? AND first_pressed_at IS NULL`,
      [at, bot, old.businessKey],
    );
    appendEvent(file, caseId, at, {
      actor: botActor(bot),
      event: "commit-pressed",
      facts: { fence: lease.fence },
    });
    return intent;
  });
}

export function settleIntent(
  doors: TableDoors,
  ...settlement: Parameters<Store["settleIntent"]>
): Intent {
  const [caseId, state, targetNumber, fence, actor] = settlement;
  const { file, now } = doors;
  return file.transaction(() => {
    const { bot } = needCase(file, caseId);
    const old = needIntent(file, caseId);
    checkMove(old, state, fence);
    if (isSameAgain(old, state, targetNumber)) return old;
    const at = now();
    const intent: Intent = { ...old, state, targetNumber, fence, updatedAt: at };
    saveIntent(file, intent);
    appendEvent(file, caseId, at, {
      actor: actor ?? botActor(bot),
      event: "intent-settled",
      facts: { from: old.state, to: state, fence, hasNumber: targetNumber !== null },
    });
    return intent;
  });
}

/** Telling the same or less again is harmless, a number may come later; a second, different one is an alarm. */
function isSameAgain(old: Intent, state: SettledState, targetNumber: string | null): boolean {
  if (old.state !== state) return false;
  if (old.targetNumber === targetNumber || targetNumber === null) return true;
  if (old.targetNumber === null) return false;
  throw storeError.otherNumber({}, { place: { caseId: old.caseId } });
}

export function dropIntent(doors: TableDoors, caseId: string, actor?: Actor): boolean {
  const { file, now } = doors;
  return file.transaction(() => {
    const { bot } = needCase(file, caseId);
    if (!findIntent(file, caseId)) return true;
    const claims = file.rows(
      "SELECT case_id, first_pressed_at FROM key_claim WHERE case_id = ? AND first_pressed_at IS NOT NULL",
      [caseId],
    );
    if (claims.length > 0) return false;
    file.run("DELETE FROM key_claim WHERE case_id = ?", [caseId]);
    file.run("DELETE FROM intent WHERE case_id = ?", [caseId]);
    appendEvent(file, caseId, now(), {
      actor: actor ?? botActor(bot),
      event: "intent-dropped",
      facts: {},
    });
    return true;
  });
}

export function findIntent(file: SqlFile, caseId: string): Intent | null {
  const rows = file.rows("SELECT * FROM intent WHERE case_id = ?", [caseId]);
  const row = readRow(file, intentRow, rows);
  if (!row) return null;
  return {
    caseId: row.case_id,
    businessKey: row.business_key,
    state: row.state,
    fence: row.fence,
    rowHash: row.row_hash,
    targetNumber: row.target_number,
    pressedAt: row.pressed_at,
    updatedAt: row.updated_at,
  };
}

function needIntent(file: SqlFile, caseId: string): Intent {
  const found = findIntent(file, caseId);
  if (!found) throw storeError.noIntent({}, { place: { caseId } });
  return found;
}

function findClaim(
  file: SqlFile,
  bot: string,
  businessKey: string,
): z.infer<typeof claimRow> | null {
  const sql = "SELECT case_id, first_pressed_at FROM key_claim WHERE bot = ? AND business_key = ?";
  return readRow(file, claimRow, file.rows(sql, [bot, businessKey]));
}

function saveIntent(file: SqlFile, intent: Intent): void {
  file.run(
    `INSERT INTO intent (case_id, business_key, state, fence, row_hash, target_number, pressed_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET business_key = excluded.business_key, state = excluded.state,
       fence = excluded.fence, row_hash = excluded.row_hash, target_number = excluded.target_number,
       pressed_at = excluded.pressed_at, updated_at = excluded.updated_at`,
    [
      intent.caseId,
      intent.businessKey,
      intent.state,
      intent.fence,
      intent.rowHash,
      intent.targetNumber,
      intent.pressedAt,
      intent.updatedAt,
    ],
  );
}

/** A fence that went down belongs to a worker that should be dead. */
function checkMove(old: Intent, to: IntentState, fence: number): void {
  const place = { caseId: old.caseId };
  if (fence < old.fence) throw storeError.oldFence({ shown: fence, now: old.fence }, { place });
  if (!moves[old.state].includes(to)) {
    throw storeError.intentMove({ from: intentNames[old.state], to: intentNames[to] }, { place });
  }
}

const botActor = (bot: string): Actor => ({ kind: "bot", name: bot });
