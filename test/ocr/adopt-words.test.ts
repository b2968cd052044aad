/** What a blank form says beside its fields: whose caption a row of boxes has, what options are called, where a date begins. */
import { describe, expect, it } from "vitest";
import { dateCaption, meaningOf, plainCaption } from "../../ocr/form/adopt/caption-words.ja.ts";
import { captionFor, captionOfBoxes } from "../../ocr/form/adopt/cell-captions.ts";
import type { Cell } from "../../ocr/form/adopt/cells.ts";
import { plain } from "../../ocr/form/adopt/entry.ts";
import { knownOptions } from "../../ocr/form/adopt/option-words.ja.ts";
import { postalBoxes, postalCell } from "../../ocr/form/adopt/postal-address.ts";
import { proposeFields } from "../../ocr/form/adopt/propose-fields.ts";

const cell = (text: string, place: readonly [number, number, number, number]): Cell => {
  const [x, y, width, height] = place;
  return { box: { x, y, width, height }, lines: [], text, kind: text === "" ? "blank" : "caption" };
};

/** A table with headings over two empty rows, and under it a caption whose boxes stand free in their frame. */
const table: readonly Cell[] = [
  cell("事業費内訳", [10, 10, 30, 30]),
  cell("費目", [40, 10, 30, 10]),
  cell("予算額（円）", [70, 10, 50, 10]),
  cell("", [40, 20, 30, 10]),
  cell("", [70, 20, 50, 10]),
  cell("", [40, 30, 30, 10]),
  cell("", [70, 30, 50, 10]),
  cell("口座番号", [10, 40, 30, 10]),
];

describe("captions", () => {
  it("of the rows of a table come from its headings; the name of the whole table stands beside them", () => {
    const box = { x: 40, y: 30, width: 30, height: 10 };
    expect(captionFor(box, table)).toEqual({ caption: "費目2", group: "事業費内訳" });
  });

  it("of free-standing boxes are those of their row, not of the table above", () => {
    const boxes = { x: 42, y: 40.5, width: 45, height: 7.6 };
    expect(captionOfBoxes(boxes, table).caption).toBe("口座番号");
  });

  it.each([
    { text: "予算額", type: "金額" },
    { text: "補助事業の名称", type: "文字" },
    { text: "事業者名", type: "団体名" },
    { text: plainCaption("口座名義（カタカナ）"), type: "口座名義カナ" },
    { text: plainCaption("口座名義(ｶﾀｶﾅ)"), type: "口座名義カナ" },
  ])("$text: $type", ({ text, type }) => {
    expect(meaningOf(text)?.type).toBe(type);
  });

  it.each([
    { text: "申込日:令和年月日", date: { caption: "申込日", date: "令和年月日" } },
    { text: "申込日は令和年月日", date: null },
    { text: "令和年月日", date: null },
  ])("before a date: $text", ({ text, date }) => {
    expect(dateCaption(text)).toEqual(date);
  });
});

describe("options", () => {
  it.each([
    { read: ["普通", "当座"], options: ["普通", "当座"], sure: true },
    { read: ["日通", "当座"], options: ["普通", "当座"], sure: false },
    { read: ["個人", "法人", "国体"], options: ["個人", "法人", "団体"], sure: false },
    { read: ["収支予算書", "通帳の写し"], options: ["収支予算書", "通帳の写し"], sure: false },
  ])("$read", ({ read, options, sure }) => {
    expect(knownOptions(read)).toEqual({ options, sure });
  });

  it("of a lone square without a caption name the field", () => {
    const box = { x: 10, y: 10, width: 4, height: 4 };
    const entry = { ...plain(box), ticks: [{ box, caption: "本人確認済" }] };
    expect(proposeFields([entry])).toMatchObject([{ name: "本人確認済", type: "チェック" }]);
  });
});

describe("an address with 〒", () => {
  const caption = cell("住所", [10, 10, 30, 16]);
  const frame = cell("氏名", [10, 26, 30, 10]);
  const wide = cell("", [40, 26, 120, 10]);
  const cells = [caption, frame, wide];

  it("is a postal code in boxes and the room below them", () => {
    const boxes = Array.from({ length: 7 }, (_, i) => ({
      x: 46 + 6 * i,
      y: 11,
      width: 6,
      height: 7,
    }));
    const area = { x: 46, y: 11, width: 42, height: 7 };
    const entry = { ...plain(area), boxes, caption: "住所" };
    const found = postalBoxes(entry, { entries: [entry], cells, glyphs: [] });
    expect(found.map((e) => e.caption)).toEqual(["郵便番号", "住所"]);
    expect(found[1]?.area).toMatchObject({ x: 40, width: 120, y: 17.4 });
  });

  it("or in the line of the sign, with the address below; in a low cell the address follows it", () => {
    const sign = { x: 41, y: 12, width: 4, height: 4 };
    const lines = [{ box: sign, words: [{ box: sign, square: false }] }];
    const high: Cell = { ...cell("〒", [40, 10, 120, 16]), lines, kind: "units" };
    const named = { caption: "住所", group: "" };
    expect(postalCell(high, named).map((e) => e.caption)).toEqual(["郵便番号", "住所"]);
    const low: Cell = { ...high, box: { ...high.box, height: 9 } };
    const fields = proposeFields(postalCell(low, named));
    expect(fields).toMatchObject([{ name: "住所", type: "住所" }]);
  });
});
