/** Which characters of a value are doubtful: the places and candidates that a person sees. */
import { describe, expect, it } from "vitest";
import { differences, joinDoubts } from "../../ocr/types/char-doubts.ts";
import { lookAlikesOf, typeTable } from "../../ocr/types/type-table.ja.ts";
import { repairTwins, unclearTwins } from "../../ocr/types/written-forms.ja.ts";

describe("differences of readings", () => {
  it.each([
    { value: "0123456", other: "0123756", doubts: [{ at: 4, candidates: ["4", "7"] }] },
    { value: "0123456", other: "012345", doubts: [{ at: 6, candidates: ["6", ""] }] },
    { value: "911", other: "91", doubts: [{ at: 1, candidates: ["1", ""] }] },
    { value: "ミホン", other: "ミッホン", doubts: [{ at: 1, candidates: ["ホ", "ッホ"] }] },
    { value: "みほん市", other: "みぼほん市", doubts: [{ at: 1, candidates: ["ほ", "ぼほ"] }] },
    { value: "髙橋", other: "高橋", doubts: [{ at: 0, candidates: ["髙", "高"] }] },
    { value: "𠮷田", other: "吉田", doubts: [{ at: 0, candidates: ["𠮷", "吉"] }] },
    { value: "同じ", other: "同じ", doubts: [] },
    { value: "", other: "", doubts: [] },
  ])("$value and $other", ({ value, other, doubts }) => {
    expect(joinDoubts(value, differences(value, [other]))).toEqual(doubts);
  });

  it("joins what several readings say about one place", () => {
    const doubts = joinDoubts("0123", differences("0123", ["0723", "0823", "0723"]));
    expect(doubts).toEqual([{ at: 1, candidates: ["1", "7", "8"] }]);
  });

  it("says nothing about places when most of the value is in doubt", () => {
    expect(joinDoubts("0123456", differences("0123456", ["9876543"]))).toEqual([]);
  });
});

describe("twins of kanji and kana", () => {
  it.each([
    { text: "卜田 修", at: [0] },
    { text: "土田 修", at: [] },
    { text: "工藤力", at: [] },
    { text: "市ニュ丸", at: [1] },
    { text: "カ)ミホン", at: [0] },
    { text: "力)ミホン", at: [0] },
    { text: "ミホン(カ", at: [4] },
    { text: "工藤(株)", at: [] },
    { text: "コーポ(二階)", at: [] },
    { text: "庁舎ー203", at: [2] },
    { text: "工事のー部", at: [3] },
    { text: "見本-郎", at: [2] },
    { text: "1-2-3", at: [] },
    { text: "らーめん一丁", at: [] },
    { text: "第一ビル", at: [] },
  ])("$text", ({ text, at }) => {
    expect(unclearTwins(text)).toEqual(at);
  });
});

describe("signs told by their neighbours", () => {
  it.each([
    { text: "みほん市大手町1ー2一3", repaired: "みほん市大手町1-2-3" },
    { text: "二ュータウン", repaired: "ニュータウン" },
    { text: "エ藤力", repaired: "工藤力" },
    { text: "コ一ポ", repaired: "コーポ" },
    { text: "一郎", repaired: "一郎" },
    { text: "市ニノ丸", repaired: "市二ノ丸" },
    { text: "市二ュータウン", repaired: "市ニュータウン" },
    { text: "ー式", repaired: "一式" },
    { text: "第ー回分", repaired: "第一回分" },
    { text: "見本ー", repaired: "見本一" },
    { text: "サーバー室", repaired: "サーバー室" },
    { text: "カ)ミホン", repaired: "カ)ミホン" },
  ])("$text → $repaired", ({ text, repaired }) => {
    expect(repairTwins([...text]).join("")).toBe(repaired);
  });
});

describe("the table of types", () => {
  it("has its own examples among what it keeps", () => {
    const odd = typeTable.filter((r) => r.pattern?.test(keptExample(r.example, r.type)) === false);
    expect(odd.map((r) => r.type)).toEqual([]);
  });

  it("names every word once", () => {
    const words = typeTable.flatMap((r) => r.words);
    expect(new Set(words).size).toBe(words.length);
  });

  it("knows look-alikes in both directions", () => {
    expect(lookAlikesOf("name", "髙")).toContain("高");
    expect(lookAlikesOf("name", "高")).toContain("髙");
    expect(lookAlikesOf("digits", "7")).toEqual(["7", "1", "2"]);
    expect(lookAlikesOf("name", "見")).toEqual([]);
  });
});

/** Examples show what people write; dates and amounts are kept otherwise. */
function keptExample(example: string, type: string): string {
  if (type === "date") return "2026-11-02";
  return type === "amount" ? example.replaceAll(",", "") : example;
}
