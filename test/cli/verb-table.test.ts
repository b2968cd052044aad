/** The verb table: one-to-one names, a help line for everything, and a docs page that lists every exit code. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCodes } from "../../apps/cli/exit-codes.ts";
import { columns, fill, generalHelp, verbHelp } from "../../apps/cli/help.ts";
import { findVerb, verbs } from "../../apps/cli/verb-table.ja.ts";
import { projectRoot } from "../support/program.ts";

describe("the verb table", () => {
  it("uses every name and alias once", () => {
    const names = verbs.flatMap((v) => [v.name, ...v.aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(verbs.flatMap((v) => [v.name, ...v.aliases].map((word) => ({ word, name: v.name }))))(
    "finds $name by $word",
    ({ word, name }) => {
      expect(findVerb(word)?.name).toBe(name);
    },
  );

  it("does not know other words", () => {
    expect(findVerb("delete-everything")).toBeNull();
  });

  it("lists every public verb in the help, and none that buka starts itself", () => {
    const help = generalHelp();
    for (const verb of verbs) expect(help.includes(`  ${verb.name} `)).toBe(verb.hidden !== true);
  });

  it.each(verbs.map((v) => v.name))("explains every option of %s", (name) => {
    const verb = findVerb(name);
    const help = verb ? verbHelp(verb) : "";
    for (const option of Object.keys(verb?.options ?? {})) expect(help).toContain(`--${option}`);
  });

  it("lines up full-width text", () => {
    expect(columns("受付ab")).toBe(6);
    expect(fill("受付", 6)).toBe("受付  ");
  });
});

describe("exit codes", () => {
  it.each(Object.entries(exitCodes))("%s is in docs/exit-codes.md", async (name, code) => {
    const page = await readFile(join(projectRoot, "docs", "exit-codes.md"), "utf8");
    expect(page).toContain(`| ${code} | ${name} |`);
  });
});
