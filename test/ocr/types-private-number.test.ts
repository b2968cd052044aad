/** 個人番号: found however it is written, and not seen where twelve digits are something else. */
import { describe, expect, it } from "vitest";
import { openCalibration } from "../../ocr/calibration.ts";
import type { FieldInk } from "../../ocr/crops/field-ink.ts";
import type { FieldType } from "../../ocr/form.ts";
import { blankGrey } from "../../ocr/image/grey.ts";
import { blankDraft, type FieldTask } from "../../ocr/types/field-draft.ts";
import {
  fieldHoldsPrivateNumber,
  holdsPrivateNumber,
  maskPrivateNumbers,
} from "../../ocr/types/private-number.ja.ts";
import { readersOf, recordedEngine } from "../support/ocr-engines.ts";

describe("a text", () => {
  it.each([
    { text: "123456789018", found: true },
    { text: "個人番号 1234 5678 9018", found: true },
    { text: "1234-5678-9018", found: true },
    { text: "１２３４５６７８９０１８", found: true },
    { text: "見本太郎123456789018", found: true },
    { text: "1 2 3 4 5 6 7 8 9 0 1 8", found: true },
    { text: "12345678901８です", found: true },
    { text: "123456789O18", found: true },
    // The check digit is wrong, but it is written or called like one: a misread digit does not make it harmless.
    { text: "1234 5678 9012", found: true },
    { text: "マイナンバー123456789012", found: true },
    // As a reader of Japanese writes it down: blanks anywhere, digits in circles.
    { text: "マ イ ナ ン バ ー①②③④⑤⑥⑦⑧⑨0①②", found: true },
    { text: "個 人 番 号 12 3456 789 018", found: true },
    { text: "12 345678 9018", found: true },
    { text: "8 9 9 9 9 9 9 0 0 0 0 0 1", found: false },
    { text: "123456789012", found: false },
    { text: "1234567890187", found: false },
    { text: "03-0000-0000", found: false },
    { text: "T8999999000001", found: false },
    { text: "2026-11-20 09:30", found: false },
    { text: "", found: false },
  ])("$text: $found", ({ text, found }) => {
    expect(holdsPrivateNumber(text)).toBe(found);
  });

  it("is kept with stars where the digits stood", () => {
    expect(maskPrivateNumbers("番号は1234 5678 9018です")).toBe("番号は**** **** ****です");
    expect(maskPrivateNumbers("見本 太郎")).toBe("見本 太郎");
  });
});

const readers = readersOf(
  [recordedEngine("a", [""]), recordedEngine("b", [""])],
  [recordedEngine("c", [""]), recordedEngine("d", [""])],
);

function task(type: FieldType, boxes: string, name = "項目"): FieldTask {
  const ink: FieldInk = {
    blank: false,
    overflow: false,
    lines: [blankGrey(10, 10)],
    inked: [...boxes].map((b) => b !== " "),
    glyphs: [],
  };
  const field = { name, type, required: true, boxes: boxes.length || null, maxLength: null };
  return {
    field: { ...field, options: [], master: null, writing: "print" },
    ink,
    readers,
    master: [],
    expected: null,
    preprinted: "",
    coarse: false,
    calibration: openCalibration(null),
  };
}

describe("boxes", () => {
  it.each([
    {
      what: "a reader lost one of 13 digits",
      boxes: "8999999000001",
      seen: "123456789018",
      found: false,
    },
    { what: "12 digits in the boxes of a 法人番号", boxes: "123456789018 ", seen: "", found: true },
    {
      what: "12 boxes with a right check digit",
      boxes: "123456789018",
      seen: "123456789018",
      found: true,
    },
    {
      what: "12 boxes of another number",
      boxes: "123456789012",
      seen: "123456789012",
      found: false,
    },
  ])("$what: $found", ({ boxes, seen, found }) => {
    const type = boxes.length === 13 ? "corporate-number" : "digits";
    const draft = { ...blankDraft([]), seen: [seen] };
    expect(fieldHoldsPrivateNumber(task(type, boxes), draft)).toBe(found);
  });

  it.each([
    { seen: ["0900-0000-5327", "090-0000-5327"], found: false },
    { seen: ["1234-5678-9012", "1234-5678-9012"], found: true },
    { seen: ["1234-5678-9018", "090-0000-5327"], found: true },
    // As six looks at a fax saw them; the twelve digits have a right check digit.
    {
      seen: ["090-0000-1825", "090-00004825", "0390-0000-1825", "090-0000-1825", "090-0000-1825"],
      found: false,
    },
    {
      seen: ["053-0600-3492", "053-000-3492", "053-000-3492", "1153-1441-3492", "1153-1441-3492"],
      found: false,
    },
    // Not one look sees a phone number.
    { seen: ["0390-0000-1825", "3900-0001", "390-0000-18", "3900-0018"], found: true },
  ])("a phone number that one look doubled a digit of is none: $seen", ({ seen, found }) => {
    expect(fieldHoldsPrivateNumber(task("phone", ""), { ...blankDraft([]), seen })).toBe(found);
  });

  it("of a field that is called 個人番号 need no right check digit", () => {
    const draft = { ...blankDraft([]), seen: ["123456789012"] };
    expect(fieldHoldsPrivateNumber(task("digits", "123456789012", "個人番号"), draft)).toBe(true);
  });
});
