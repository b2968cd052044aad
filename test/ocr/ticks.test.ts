/** What the darkness of squares says: one choice, a single square, and marks that are none. */
import { describe, expect, it } from "vitest";
import { openCalibration } from "../../ocr/calibration.ts";
import { readTicks } from "../../ocr/types/ticks.ts";
import { formField } from "../support/form-field.ts";

const calibration = openCalibration(null);

describe("ticks", () => {
  const choice = formField("choice", { options: ["普通", "当座", "貯蓄"] });
  const check = formField("check", { options: ["対象"], required: false });
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
