/** The key against mix-ups (取り違え防止の鍵): hashed, so that no account number stands in an index or a log. */
import { createHash } from "node:crypto";
import type { Bot } from "./bot.ts";

/** sha256 (hex) over bot name and key values; null when the scenario has no key or one of its values is empty. */
export function keyOf(bot: Bot, values: Readonly<Record<string, string>>): string | null {
  const parts = bot.scenario.businessKey.map((name) => canonical(values[name] ?? ""));
  if (parts.length === 0 || parts.some((p) => p === "")) return null;
  return hash([bot.name, ...parts]);
}

/** sha256 (hex) over all values that may be typed: tells whether a case has changed since it was planned. */
export function rowHash(values: Readonly<Record<string, string>>): string {
  const rows = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash(rows.flat());
}

const canonical = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

function hash(parts: readonly string[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(`${part.length}:${part}`);
  return sum.digest("hex");
}
