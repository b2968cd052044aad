/** The check book against the truth of the shipped samples: what is to be entered passes, what is to go back is found. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type CheckBook, openCheckBook } from "../../rules/index.ts";

interface Sample {
  readonly file: string;
  readonly page: number;
  readonly values?: Readonly<Record<string, string>>;
  readonly expect: string;
  readonly note?: string;
}

const folder = new URL("../../scenarios/library/creditor-account/", import.meta.url);
const samples = (
  JSON.parse(readFileSync(new URL("samples/truth.json", folder), "utf8")) as Sample[]
).filter((s) => s.values && Object.keys(s.values).length > 0);

describe("samples of creditor-account", () => {
  let book: CheckBook;
  beforeAll(async () => {
    book = await openCheckBook(fileURLToPath(new URL("check.xlsx", folder)));
  });

  it.each(samples.map((s) => [`${s.file} ${s.page} ${s.expect} ${s.note ?? ""}`, s] as const))(
    "%s",
    (_, s) => {
      const record = { ...s.values, 受付日: "2026-11-20" };
      // The ledger holds what was entered before this page came.
      const ledger = samples
        .slice(0, samples.indexOf(s))
        .flatMap((e) => (e.expect === "enter" && e.values ? [e.values] : []));
      const { findings } = book.check(record, { today: "2026-11-20", sheets: { 台帳: ledger } });
      const errors = findings.filter((f) => f.severity !== "warning").map((f) => f.message);
      if (s.expect === "enter") expect(findings).toEqual([]);
      if (s.expect === "return") expect(errors).not.toEqual([]);
    },
  );
});
