/** What is proposed for a reading that is almost a word of the office, and where a blank most likely stands. */
import { describe, expect, it } from "vitest";
import type { FieldType } from "../../ocr/form.ts";
import { moveDoubts } from "../../ocr/types/char-doubts.ts";
import { likelyBlanks, likelySize, likelyText } from "../../ocr/types/office-words.ja.ts";

describe("words that are written in one way only", () => {
  it.each<[FieldType, string, string]>([
    ["name", "含同会社みほん", "合同会社みほん"],
    ["name", "みほん商会株武会社", "みほん商会株式会社"],
    ["organisation", "特定非賭利活動沌人みほん", "特定非営利活動法人みほん"],
    ["name", "代表取綿役 見本 太郎", "代表取締役 見本 太郎"],
    ["name", "代表社賑 見本 太郎", "代表社員 見本 太郎"],
    ["kana", "トクテイヒエイリカンドウホウジン ミホン", "トクテイヒエイリカツドウホウジン ミホン"],
    ["kana", "ミホン カブシキガィシヤ", "ミホン カブシキガイシャ"],
    ["address", "みほん市大手町9]目27番20旨", "みほん市大手町9丁目27番20号"],
    ["address", "みほん市北町4下日26番5号", "みほん市北町4丁目26番5号"],
    ["address", "みほん市本町0-.0.1 コーボ見本", "みほん市本町0-0-1 コーポ見本"],
    ["address", "みほん市本町1-2 みどりハイン", "みほん市本町1-2 みどりハイツ"],
    ["address", "みほん市本町1-2 みどりハイツ305今", "みほん市本町1-2 みどりハイツ305号"],
  ])("%s %s", (type, read, likely) => {
    expect(likelyText(type, read)).toBe(likely);
  });

  it.each<[FieldType, string]>([
    // As near to 合同 as to 合資 and 合名.
    ["name", "合合会社みほん"],
    ["name", "株式会社みほん"],
    ["name", "合資会社みほん"],
    ["name", "代表取締役社長 見本 太郎"],
    ["name", "理事 見本 太郎"],
    ["name", "長谷川 恵"],
    ["kana", "ミホン タロウ"],
    ["kana", "イリョウホウジン ミホンカイ"],
    ["address", "みほん市本町3番5棟"],
    ["address", "みほん市大手町12番地"],
    ["address", "みほん市四日市1-2 みどりマンション305室"],
    ["address", "みほん市十日市町2日市場3番地"],
    ["address", "みほん市北町3丁目6番16号"],
    ["text", "11月分 株武会社みほん 1.5t"],
  ])("leaves %s %s as it was read", (type, read) => {
    expect(likelyText(type, read)).toBe(read);
  });
});

describe("blanks that the paper leaves open", () => {
  const blanks = (type: FieldType, text: string, open: Readonly<Record<number, number>>) =>
    likelyBlanks(type, {
      signs: [...text],
      open: Object.entries(open).map(([at, room]) => ({ at: Number(at), room })),
      blanks: [],
    });

  it("stand in the widest gap of a person's name", () => {
    expect(blanks("name", "久保田健太郎", { 3: 0.28, 5: 0.14 })).toEqual([3]);
    expect(blanks("kana", "ヤギショウ", { 1: 0.14, 2: 0.2 })).toEqual([2]);
  });

  it("stand behind a title, also a misread one, and behind 株式会社 in kana", () => {
    expect(blanks("name", "代表取綿役佐藤正", { 5: 0.2, 7: 0.2 })).toEqual([5, 7]);
    expect(blanks("kana", "ゴウドウガイシヤミホンテック", { 8: 0.2, 10: 0.2 })).toEqual([8]);
    expect(blanks("kana", "ミホンショウジカブシキガイシャ", { 7: 0.2 })).toEqual([7]);
  });

  it("stand between house number and building", () => {
    expect(blanks("address", "北町1-2-18緑町ハイツ256号", { 8: 0.2 })).toEqual([8]);
    expect(blanks("address", "北町2丁目8番13号みほんビル", { 3: 0.2, 10: 0.2 })).toEqual([10]);
  });

  it("are none in the name of a group, and where the paper shows no gap", () => {
    expect(blanks("name", "みほん合唱団", { 3: 0.2 })).toEqual([]);
    expect(blanks("name", "佐藤修", {})).toEqual([]);
    expect(blanks("organisation", "みほん商会", { 3: 0.2 })).toEqual([]);
  });
});

describe("kana whose size the paper leaves open", () => {
  it.each([
    ["シヨウジ", 1, "small"],
    ["キユウシヨク", 1, "small"],
    ["キユウシヨク", 4, "small"],
    ["シユンスケ", 1, "small"],
    ["イトウ", 0, "large"],
    ["レイジ", 1, "large"],
    ["ジュンイチロゥ", 6, "large"],
    ["ファミリ", 1, null],
    ["キヨシ", 1, null],
    ["ヨシユキ", 2, null],
    ["フジヤマ", 2, null],
    ["マツカワ", 1, null],
  ] as const)("%s at %i: %s", (word, at, size) => {
    expect(likelySize([...word], at)).toBe(size);
  });
});

describe("doubts about a text that became another", () => {
  it("move with their signs, and every changed sign is one", () => {
    const moved = moveDoubts("北町9]目27番", "北町9丁目27番", [
      { at: 1, candidates: ["町", "旨"] },
    ]);
    expect(moved).toEqual([
      { at: 1, candidates: ["町", "旨"] },
      { at: 3, candidates: ["丁", "]"] },
    ]);
    expect(moveDoubts("北1目6番", "北1丁目6番", [{ at: 4, candidates: ["番", "旨"] }])).toEqual([
      { at: 2, candidates: ["丁", ""] },
      { at: 5, candidates: ["番", "旨"] },
    ]);
  });
});
