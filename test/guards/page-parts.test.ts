/** The parts of the page program share one kit: a name that two of them use would silently be the last one's. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = join("runner", "find", "page");

it("names every part of the page program once", async () => {
  const users = new Map<string, string[]>();
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(`../../${folder}/${file}`);
    for (const [name, parts] of Object.entries(module)) {
      if (!name.endsWith("Parts") || parts === null || typeof parts !== "object") continue;
      for (const part of Object.keys(parts)) users.set(part, [...(users.get(part) ?? []), file]);
    }
  }
  expect(users.size).toBeGreaterThan(200);
  expect([...users].filter(([, files]) => files.length > 1)).toEqual([]);
});
