/** What the darkness of squares says: one choice, a single square, and marks that are none. */
import { describe, expect, it } from "vitest";
import { openCalibration } from "../../ocr/calibration.ts";
import type { FormField } from "../../ocr/form.ts";
import { readTicks } from "../../ocr/types/ticks.ts";

const field = (type: FormField["type"], over: Partial<FormField>): FormField => ({
  name: "項目",
  type,
  required: true,
  boxes: null,
  maxLength: null,
  options: [],
  master: null,
  writing: "print",
  ...over,
});

const calibration = openCalibration(null);

describe("ticks", () => {
  const choice = field("choice", { options: ["普通", "当座", "貯蓄"] });
  const check = field("check", { options: ["対象"], required: false });
  it.each([
    { f: choice, shares: [0.2, 0, 0], value: "普通", asks: [] },
    { f: choice, shares: [0, 0, 0], value: "", asks: ["none-ticked"] },
    { f: choice, shares: [0.2, 0.2, 0], value: "", asks: ["many-ticked"] },
    { f: choice, shares: [0.2, 0.03, 0], value: "普通", asks: ["faint-tick"] },
    { f: check, shares: [0.2], value: "対象", asks: [] },
    { f: check, shares: [0], value: "", asks: [] },
    { f: { ...check, required: true }, shares: [0], value: "", asks: ["none-ticked"] },
  ])("$shares → $value $asks", ({ f, shares, value, asks }) => {
    const draft = readTicks(f, shares, calibration.ticks);
    expect({ value: draft.value, asks: draft.reasons.map((r) => r.code) }).toEqual({ value, asks });
  });
});
