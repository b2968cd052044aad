/** Commit intents: the journal that says, whatever dies, whether the one irreversible press may have happened. */
import { z } from "zod";
import { readRow, readRows } from "./case-rows.ts";
import { needCase, type TableDoors } from "./case-table.ts";
import { appendEvent } from "./event-log.ts";
import { requireLease } from "./lease-table.ts";
import { intentNames, releasedName, storeError } from "./messages.ja.ts";
import { rows, run, type SqlWork } from "./sql-work.ts";
import type { Actor, Intent, IntentState, Lease, SettledState, Store } from "./store.ts";

/**
 * Moves that exist. "committed" is the end. "not-committed" may be planned anew, and a record that a later look-up finds
 * after all may be told: what stands in the target is stronger than what was said before.
 */
const moves: Readonly<Record<IntentState, readonly IntentState[]>> = {
  // "in-doubt": the ledger came back from a copy, and the press may have happened after it was made.
  planned: ["planned", "pressing", "in-doubt"],
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

export function* planIntent(
  doors: TableDoors,
  ...plan: Parameters<Store["planIntent"]>
): SqlWork<Planned> {
  const [caseId, businessKey, rowHash, fence] = plan;
  const { place, now } = doors;
  const { bot } = yield* needCase(place, caseId);
  const claim = yield* findClaim(place, bot, businessKey);
  if (claim && claim.case_id !== caseId) return { kind: "duplicate", caseId: claim.case_id };
  const old = yield* findIntent(place, caseId);
  if (old) checkMove(old, "planned", fence);
  yield* claimKey({ bot, businessKey, caseId });
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
  yield* saveIntent(intent);
  const from = old?.state ?? null;
  yield* appendEvent(place, caseId, at, {
    actor: botActor(bot),
    event: "intent-planned",
    facts: { from, fence },
  });
  return { kind: "planned", intent };
}

/** The case may hold several keys: those it was pressed under, and the newest. Unpressed older ones are freed. */
function* claimKey(claim: {
  readonly bot: string;
  readonly businessKey: string;
  readonly caseId: string;
}): SqlWork<void> {
  const { bot, businessKey, caseId } = claim;
  yield* run(
    "DELETE FROM key_claim WHERE case_id = ? AND business_key <> ? AND first_pressed_at IS NULL",
    [caseId, businessKey],
  );
  yield* run(
    "INSERT INTO key_claim (bot, business_key, case_id) VALUES (?, ?, ?) ON CONFLICT (bot, business_key) DO NOTHING",
    [bot, businessKey, caseId],
  );
}

function* reclaimKey({
  bot,
  intent,
}: {
  readonly bot: string;
  readonly intent: Intent;
}): SqlWork<void> {
  yield* run(
    `INSERT INTO key_claim (bot, business_key, case_id, first_pressed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (bot, business_key) DO NOTHING`,
    [bot, intent.businessKey, intent.caseId, intent.pressedAt ?? intent.updatedAt],
  );
}

export function* markPressing(
  doors: TableDoors,
  ...press: Parameters<Store["markPressing"]>
): SqlWork<Intent> {
  const [caseId, lease, others = []] = press;
  const { place, now } = doors;
  const { bot } = yield* needCase(place, caseId);
  const at = now();
  for (const held of [lease, ...others]) yield* requireLease(place, held, at);
  const old = yield* needIntent(place, caseId);
  checkMove(old, "pressing", lease.fence);
  const intent: Intent = {
    ...old,
    state: "pressing",
    fence: lease.fence,
    pressedAt: at,
    updatedAt: at,
  };
  yield* saveIntent(intent);
  yield* run(
    `UPDATE key_claim SET first_pressed_at = ?
     WHERE bot = ? AND business_key = ? AND first_pressed_at IS NULL`,
    [at, bot, old.businessKey],
  );
  yield* appendEvent(place, caseId, at, {
    actor: botActor(bot),
    event: "commit-pressed",
    // Whose log-in may still be about to press: its own process knows, or the next log-in of the same accounts ends it.
    facts: { fence: lease.fence, account: accountKeys([lease, ...others]), holder: lease.holder },
  });
  return intent;
}

/** All accounts of a desk as one text, the same for every worker that sits at it. */
export function accountKeys(leases: readonly Lease[]): string {
  return leases
    .map((lease) => lease.key)
    .sort()
    .join(" ");
}

export function* settleIntent(
  doors: TableDoors,
  ...settlement: Parameters<Store["settleIntent"]>
): SqlWork<Intent> {
  const [caseId, state, targetNumber, fence, actor] = settlement;
  const { place, now } = doors;
  const { bot } = yield* needCase(place, caseId);
  const old = yield* needIntent(place, caseId);
  checkMove(old, state, fence);
  // A doubt that a new holder has taken over is a new fact: its fence counts from now on.
  const takenOver = state === "in-doubt" && fence > old.fence;
  if (isSameAgain(old, state, targetNumber) && !takenOver) return old;
  const at = now();
  const intent: Intent = { ...old, state, targetNumber, fence, updatedAt: at };
  yield* saveIntent(intent);
  // The key may have been released when nobody found the record: it is this case's again if nobody has it.
  if (state === "committed") yield* reclaimKey({ bot, intent });
  yield* appendEvent(place, caseId, at, {
    actor: actor ?? botActor(bot),
    event: "intent-settled",
    facts: { from: old.state, to: state, fence, hasNumber: targetNumber !== null },
  });
  return intent;
}

/** Telling the same or less again is harmless, a number may come later; a second, different one is an alarm. */
function isSameAgain(old: Intent, state: SettledState, targetNumber: string | null): boolean {
  if (old.state !== state) return false;
  if (old.targetNumber === targetNumber || targetNumber === null) return true;
  if (old.targetNumber === null) return false;
  throw storeError.otherNumber({}, { place: { caseId: old.caseId } });
}

export function* dropIntent(doors: TableDoors, caseId: string, actor?: Actor): SqlWork<boolean> {
  const { place, now } = doors;
  const { bot } = yield* needCase(place, caseId);
  if (!(yield* findIntent(place, caseId))) return true;
  const claims = yield* rows(
    "SELECT case_id, first_pressed_at FROM key_claim WHERE case_id = ? AND first_pressed_at IS NOT NULL",
    [caseId],
  );
  if (claims.length > 0) return false;
  yield* run("DELETE FROM key_claim WHERE case_id = ?", [caseId]);
  yield* run("DELETE FROM intent WHERE case_id = ?", [caseId]);
  yield* appendEvent(place, caseId, now(), {
    actor: actor ?? botActor(bot),
    event: "intent-dropped",
    facts: {},
  });
  return true;
}

export function* releaseKey(
  doors: TableDoors,
  caseId: string,
  fence: number,
  actor?: Actor,
): SqlWork<void> {
  const { place, now } = doors;
  const { bot } = yield* needCase(place, caseId);
  const old = yield* needIntent(place, caseId);
  checkMove(old, "planned", fence);
  if (old.state !== "not-committed")
    throw storeError.intentMove(
      { from: intentNames[old.state], to: releasedName },
      { place: { caseId } },
    );
  const held = yield* rows("SELECT case_id, first_pressed_at FROM key_claim WHERE case_id = ?", [
    caseId,
  ]);
  if (held.length === 0) return;
  yield* run("DELETE FROM key_claim WHERE case_id = ?", [caseId]);
  yield* appendEvent(place, caseId, now(), {
    actor: actor ?? botActor(bot),
    event: "key-released",
    facts: { fence, keys: held.length },
  });
}

export function* findIntent(place: string, caseId: string): SqlWork<Intent | null> {
  const found = yield* rows("SELECT * FROM intent WHERE case_id = ?", [caseId]);
  return readIntents(place, found)[0] ?? null;
}

export function* listIntents(place: string, bot: string): SqlWork<readonly Intent[]> {
  const sql =
    "SELECT intent.* FROM intent JOIN case_file ON id = case_id WHERE bot = ? ORDER BY seq";
  return readIntents(place, yield* rows(sql, [bot]));
}

function readIntents(place: string, found: readonly unknown[]): Intent[] {
  return readRows(place, intentRow, found).map((row) => ({
    caseId: row.case_id,
    businessKey: row.business_key,
    state: row.state,
    fence: row.fence,
    rowHash: row.row_hash,
    targetNumber: row.target_number,
    pressedAt: row.pressed_at,
    updatedAt: row.updated_at,
  }));
}

function* needIntent(place: string, caseId: string): SqlWork<Intent> {
  const found = yield* findIntent(place, caseId);
  if (!found) throw storeError.noIntent({}, { place: { caseId } });
  return found;
}

function* findClaim(
  place: string,
  bot: string,
  businessKey: string,
): SqlWork<z.infer<typeof claimRow> | null> {
  const sql = "SELECT case_id, first_pressed_at FROM key_claim WHERE bot = ? AND business_key = ?";
  return readRow(place, claimRow, yield* rows(sql, [bot, businessKey]));
}

function* saveIntent(intent: Intent): SqlWork<void> {
  yield* run(
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
