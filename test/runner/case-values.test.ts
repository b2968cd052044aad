/** What a typed value stands for in a recorded sentence: a field of the sample, the caption's name, or buka's own number. */
import { describe, expect, it } from "vitest";
import { caseValues } from "../../runner/record/case-values.ts";

const field = (name: string) => [{ kind: "field", name }];

describe("values of a recording", () => {
  it.each(["B20261120-00008-WEW", " B20261120-00008-WEW ", "B20261120-00008"])(
    "takes %j for the number of the case, with a sample and without",
    (text) => {
      for (const values of [caseValues(null), caseValues({ 氏名: "見本 花子" })]) {
        expect(values.typed(text, "摘要")).toEqual({ value: field("受付番号"), question: null });
        expect(values.known(text, "摘要")).toEqual(field("受付番号"));
        expect(values.used()).toEqual([]);
      }
    },
  );

  it("leaves numbers of others as they are", () => {
    expect(caseValues(null).typed("B2026-8", "摘要").value).toEqual(field("摘要"));
    expect(caseValues({}).typed("B2026-8", "摘要").value).toEqual([
      { kind: "text", text: "B2026-8" },
    ]);
  });

  it("keeps the name that the sample gives to such a number", () => {
    const values = caseValues({ 整理番号: "B20261120-00008-WEW" });
    expect(values.typed("B20261120-00008-WEW", "摘要").value).toEqual(field("整理番号"));
  });
});
