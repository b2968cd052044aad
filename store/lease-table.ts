/** Leases with fences (one holder per finance account) and flags (small notes between processes). */
import { z } from "zod";
import { readRow, readRows } from "./case-rows.ts";
import type { TableDoors } from "./case-table.ts";
import { storeError } from "./messages.ja.ts";
import { rows, run, type SqlWork } from "./sql-work.ts";
import type { Lease } from "./store.ts";

const leaseRow = z.object({
  holder: z.string().nullable(),
  fence: z.number().int(),
  expires_at: z.string(),
});

const longestLeaseSeconds = 600;

const flagRow = z.object({ value: z.string() });
const namedFlagRow = z.object({ name: z.string(), value: z.string() });

const topRow = z.object({ top: z.number().int() });

/**
 * A released lease keeps its row, so that its fence goes on rising. Fences rise over all keys together: a case may go from
 * one account (or one of several sessions of it) to another, and the younger holder must be known as such.
 */
export function* acquireLease(
  doors: TableDoors,
  wish: { readonly key: string; readonly holder: string; readonly seconds: number },
): SqlWork<Lease | null> {
  const { place, now } = doors;
  const { key, holder } = wish;
  const at = now();
  const old = yield* findLease(place, key);
  if (old && old.holder !== null && isRunning(old.expires_at, at)) return null;
  const fence = (yield* highestFence(place)) + 1;
  const expiresAt = after(at, wish.seconds);
  yield* run(
    `INSERT INTO lease (key, holder, fence, expires_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET holder = excluded.holder, fence = excluded.fence,
       expires_at = excluded.expires_at`,
    [key, holder, fence, expiresAt],
  );
  return { key, holder, fence, expiresAt };
}

/** A lease that would run on for longer than any is given was written by a clock that has been set back since. */
function isRunning(expiresAt: string, at: string): boolean {
  return expiresAt > at && expiresAt <= after(at, longestLeaseSeconds);
}

export function* renewLease(doors: TableDoors, lease: Lease, seconds: number): SqlWork<Lease> {
  const expiresAt = after(doors.now(), seconds);
  const changed = yield* run(
    "UPDATE lease SET expires_at = ? WHERE key = ? AND holder = ? AND fence = ?",
    [expiresAt, lease.key, lease.holder, lease.fence],
  );
  if (changed === 0) throw storeError.leaseLost({ key: lease.key });
  return { ...lease, expiresAt };
}

/** A new fence for a holder that goes on: above that of everybody who had something to do with its next case. */
export function* raiseFence(place: string, lease: Lease): SqlWork<Lease> {
  const fence = (yield* highestFence(place)) + 1;
  const changed = yield* run(
    "UPDATE lease SET fence = ? WHERE key = ? AND holder = ? AND fence = ?",
    [fence, lease.key, lease.holder, lease.fence],
  );
  if (changed === 0) throw storeError.leaseLost({ key: lease.key });
  return { ...lease, fence };
}

function* highestFence(place: string): SqlWork<number> {
  const found = yield* rows("SELECT COALESCE(MAX(fence), 0) AS top FROM lease");
  return readRow(place, topRow, found)?.top ?? 0;
}

export function* releaseLease(lease: Lease): SqlWork<void> {
  yield* run("UPDATE lease SET holder = NULL WHERE key = ? AND holder = ? AND fence = ?", [
    lease.key,
    lease.holder,
    lease.fence,
  ]);
}

/** Inside a transaction: throws STO025 when a younger holder is there, STO026 when it ran out or was given back. */
export function* requireLease(place: string, lease: Lease, at: string): SqlWork<void> {
  const found = yield* findLease(place, lease.key);
  if (found && found.fence > lease.fence) {
    throw storeError.oldFence({ shown: lease.fence, now: found.fence });
  }
  const held = found?.holder === lease.holder && found.fence === lease.fence;
  if (!held || found.expires_at <= at) throw storeError.leaseLost({ key: lease.key });
}

export function* setFlag(name: string, value: string | null): SqlWork<void> {
  if (value === null) {
    yield* run("DELETE FROM flag WHERE name = ?", [name]);
    return;
  }
  yield* run(
    `INSERT INTO flag (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [name, value],
  );
}

export function* getFlag(place: string, name: string): SqlWork<string | null> {
  const found = yield* rows("SELECT value FROM flag WHERE name = ?", [name]);
  return readRow(place, flagRow, found)?.value ?? null;
}

/** All flags whose name begins so. */
export function* listFlags(place: string, prefix: string): SqlWork<ReadonlyMap<string, string>> {
  const found = yield* rows(
    "SELECT name, value FROM flag WHERE substr(name, 1, ?) = ? ORDER BY name",
    [prefix.length, prefix],
  );
  return new Map(readRows(place, namedFlagRow, found).map((f) => [f.name, f.value]));
}

function* findLease(place: string, key: string): SqlWork<z.infer<typeof leaseRow> | null> {
  const found = yield* rows("SELECT holder, fence, expires_at FROM lease WHERE key = ?", [key]);
  return readRow(place, leaseRow, found);
}

function after(at: string, seconds: number): string {
  if (!(seconds > 0 && seconds <= longestLeaseSeconds))
    throw storeError.badValue({ name: "seconds" });
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
