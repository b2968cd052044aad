/** The key against mix-ups (取り違え防止の鍵): hashed, so that no account number stands in an index or a log. */

import { createHash } from "node:crypto";
import { builtInFields } from "../scenarios/index.ts";
import type { Bot } from "./bot.ts";

/** sha256 (hex) over bot name and key values; null when the scenario has no key or one of its values is empty. */
export function keyOf(bot: Bot, values: Readonly<Record<string, string>>): string | null {
  const parts = bot.scenario.businessKey.map((name) => canonical(values[name] ?? ""));
  if (parts.length === 0 || parts.some((p) => p === "")) return null;
  return hash([bot.name, ...parts]);
}

/**
 * sha256 (hex) over all values that may be typed but for those that every case has of its own (受付番号, 受付日): tells
 * whether a case has changed since it was planned, and whether a second one with the same key says the same.
 */
export function rowHash(values: Readonly<Record<string, string>>): string {
  return hash(ownRows(values).flat());
}

/** Names of the fields in which two cases differ, in the order of the first. */
export function differingFields(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): readonly string[] {
  const names = new Set([...ownRows(one), ...ownRows(other)].map(([name]) => name));
  return [...names].filter((name) => canonical(one[name] ?? "") !== canonical(other[name] ?? ""));
}

const own: readonly string[] = Object.values(builtInFields);

function ownRows(values: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(values)
    .filter(([name]) => !own.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const canonical = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

function hash(parts: readonly string[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(`${part.length}:${part}`);
  return sum.digest("hex");
}
