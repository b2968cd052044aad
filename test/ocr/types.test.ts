/** What each field type makes of what the readers say: values, and why a person is asked. */
import { describe, expect, it } from "vitest";
import { openCalibration } from "../../ocr/calibration.ts";
import type { FieldInk } from "../../ocr/crops/field-ink.ts";
import type { FormField } from "../../ocr/form.ts";
import { blankGrey, paste } from "../../ocr/image/grey.ts";
import { isCorporateNumber } from "../../ocr/types/check-digits.ts";
import { maySmallStandAfter, toZengin } from "../../ocr/types/kana.ja.ts";
import { nearest } from "../../ocr/types/master-type.ts";
import { readWritten } from "../../ocr/types/read-field.ts";
import { formField } from "../support/form-field.ts";
import { readersOf, reading, recordedEngine } from "../support/ocr-engines.ts";

const calibration = openCalibration(null);

/** A line with one black block of 38×38 per character at the places that recorded readings name. */
function lineOf(count: number, blankAfter = -1) {
  const line = blankGrey(60 + 44 * (count + 1), 80);
  const block = { data: new Uint8Array(38 * 38), width: 38, height: 38 };
  for (let i = 0; i < count; i++) {
    const shift = blankAfter >= 0 && i > blankAfter ? 22 : 0;
    paste(line, block, { x: 21 + 44 * i + shift, y: 21 });
  }
  return line;
}

const freeInk = (count: number, blankAfter?: number): FieldInk => ({
  blank: false,
  overflow: false,
  lines: [lineOf(count, blankAfter)],
  inked: [],
  glyphs: [],
});

const boxInk = (boxes: string): FieldInk => ({
  ...freeInk(boxes.replaceAll(" ", "").length),
  inked: [...boxes].map((c) => c !== " "),
  glyphs: [...boxes.replaceAll(" ", "")].map((_, i) => ({
    x: 44 * i,
    y: 0,
    width: 38,
    height: 38,
  })),
});

interface Case {
  readonly field: FormField;
  readonly ink: FieldInk;
  readonly reads: readonly [first: string, second: string];
  readonly master?: readonly string[];
  readonly expected?: string;
  readonly preprinted?: string;
  readonly coarse?: boolean;
}

function readCase(c: Case) {
  const [first, second] = c.reads.map((r, i) => recordedEngine(String(i), [reading(r)]));
  if (!first || !second) throw new RangeError("two readers");
  return readWritten({
    field: c.field,
    ink: c.ink,
    readers: readersOf([first, second], [first, second]),
    master: c.master ?? [],
    expected: c.expected ?? null,
    preprinted: c.preprinted ?? "",
    coarse: c.coarse ?? false,
    calibration,
  });
}

const codes = (draft: { reasons: readonly { code: string }[] }): string[] =>
  draft.reasons.map((r) => r.code);

describe("a third reader of digits", () => {
  const third = async (first: string, second: string, other: string) => {
    const [a, b, c] = [
      recordedEngine("a", [reading(first, 0.8)]),
      recordedEngine("b", [reading(second, 0.8)]),
      recordedEngine("c", [reading(other)]),
    ];
    const readers = { ...readersOf([a, b], [a, b]), numbers: [a, c] as const };
    const draft = await readWritten({
      field: formField("account-number", { boxes: 7 }),
      ink: boxInk("0123456"),
      readers,
      master: [],
      expected: null,
      preprinted: "",
      coarse: false,
      calibration,
    });
    return [draft.value, codes(draft)];
  };
  it.each([
    { name: "settles", reads: ["0123456", "0123458", "0123458"], gives: ["0123458", []] },
    {
      name: "finds nobody right",
      reads: ["0123456", "0123458", "0123459"],
      gives: ["0123456", ["readers-differ"]],
    },
    {
      name: "is outvoted by nobody when two lost a digit",
      reads: ["012345", "012346", "0123456"],
      gives: ["012345", ["readers-differ", "length"]],
    },
  ] as const)("$name", async ({ reads: [a, b, c], gives }) => {
    expect(await third(a, b, c)).toEqual(gives);
  });

  it("does not outvote a reader that is sure", async () => {
    const sure = recordedEngine("a", [reading("0123456", 0.99)]);
    const [b, c] = ["b", "c"].map((n) => recordedEngine(n, [reading("0123458", 0.8)]));
    if (!b || !c) throw new RangeError("two readers");
    const draft = await readWritten({
      field: formField("account-number", { boxes: 7 }),
      ink: boxInk("0123456"),
      readers: { ...readersOf([sure, b], [sure, b]), numbers: [sure, c] },
      master: [],
      expected: null,
      preprinted: "",
      coarse: false,
      calibration,
    });
    expect(codes(draft)).toContain("readers-differ");
  });
});

describe("digits", () => {
  const date = formField("date", { boxes: 6 });
  const preprinted = "令和";
  it.each([
    {
      name: "account",
      field: formField("account-number", { boxes: 7 }),
      ink: boxInk("0123456"),
      read: "0123456",
      value: "0123456",
      asks: [],
    },
    {
      name: "an empty box",
      field: formField("account-number", { boxes: 7 }),
      ink: boxInk(" 123456"),
      read: "123456",
      value: "123456",
      asks: ["length"],
    },
    {
      name: "a vanished 1",
      field: formField("digits", { boxes: 3 }),
      ink: boxInk("911"),
      read: "91",
      value: "91",
      asks: ["length"],
    },
    {
      name: "postal code",
      field: formField("postal-code", { boxes: 7 }),
      ink: boxInk("1000001"),
      read: "1000001",
      value: "1000001",
      asks: [],
    },
    {
      name: "corporate number",
      field: formField("corporate-number", { boxes: 13 }),
      ink: boxInk("8999999000001"),
      read: "8999999000001",
      value: "8999999000001",
      asks: [],
    },
    {
      name: "wrong check digit",
      field: formField("corporate-number", { boxes: 13 }),
      ink: boxInk("8999999000011"),
      read: "8999999000011",
      value: "8999999000011",
      asks: ["check-digit"],
    },
    {
      name: "invoice number",
      field: formField("invoice-number", { boxes: 13 }),
      ink: boxInk("9999123456789"),
      read: "9999123456789",
      value: "T9999123456789",
      asks: [],
    },
    {
      name: "phone",
      field: formField("phone"),
      ink: freeInk(12),
      read: "03-0000-0000",
      value: "03-0000-0000",
      asks: [],
    },
    {
      name: "phone in brackets",
      field: formField("phone"),
      ink: freeInk(12),
      read: "03(0000)0000",
      value: "03-0000-0000",
      asks: [],
    },
    {
      name: "a digit that no reader saw",
      field: formField("digits", { maxLength: 8 }),
      ink: freeInk(5),
      read: "1234",
      value: "1234",
      asks: ["missed-ink"],
    },
    {
      name: "mobile phone with a digit lost",
      field: formField("phone"),
      ink: freeInk(12),
      read: "090-0000-027",
      value: "090-0000-027",
      asks: ["not-a-phone"],
    },
    {
      name: "phone number without hyphens",
      field: formField("phone"),
      ink: freeInk(11),
      read: "09000000027",
      value: "090-0000-0027",
      asks: ["phone-in-one"],
    },
    {
      name: "amount",
      field: formField("amount"),
      ink: freeInk(7),
      read: "135,795",
      value: "135795",
      asks: [],
    },
    {
      name: "bad grouping",
      field: formField("amount"),
      ink: freeInk(7),
      read: "1795,338",
      value: "1795338",
      asks: ["not-an-amount"],
    },
    {
      name: "date",
      field: date,
      ink: boxInk("081102"),
      read: "081102",
      value: "2026-11-02",
      asks: [],
      preprinted,
    },
    {
      name: "date with empty tens",
      field: date,
      ink: boxInk(" 811 2"),
      read: "8112",
      value: "2026-11-02",
      asks: [],
      preprinted,
    },
    {
      name: "no such day",
      field: date,
      ink: boxInk("080230"),
      read: "080230",
      value: "080230",
      asks: ["not-a-date"],
      preprinted,
    },
    {
      name: "before the era",
      field: date,
      ink: boxInk("010430"),
      read: "010430",
      value: "010430",
      asks: ["not-a-date"],
      preprinted,
    },
  ])("$name", async ({ read, value, asks, ...rest }) => {
    const draft = await readCase({ ...rest, reads: [read, read] });
    expect({ value: draft.value, asks: codes(draft) }).toEqual({ value, asks });
  });

  it("asks when the readers differ, and leads with the one that fits the type", async () => {
    const account = formField("account-number", { boxes: 7 });
    const draft = await readCase({
      field: account,
      ink: boxInk("0123456"),
      reads: ["012345", "0123456"],
    });
    expect(draft.value).toBe("0123456");
    expect(codes(draft)).toContain("readers-differ");
    expect(draft.candidates.map((c) => c.value)).toEqual(["0123456", "012345"]);
    expect(draft.doubts).toEqual([{ at: 6, candidates: ["6", ""] }]);
  });

  it("offers the digits that would make a 法人番号 check", async () => {
    const number = "8999999000017";
    const corporate = formField("corporate-number", { boxes: 13 });
    const draft = await readCase({
      field: corporate,
      ink: boxInk(number),
      reads: [number, number],
    });
    expect(codes(draft)).toEqual(["check-digit"]);
    for (const { at, candidates } of draft.doubts) {
      expect(candidates[0]).toBe(number[at]);
      for (const c of candidates.slice(1))
        expect(isCorporateNumber(number.slice(0, at) + c + number.slice(at + 1))).toBe(true);
    }
    expect(draft.doubts.length).toBeGreaterThan(0);
  });

  it("never takes two empty readings of an inked field for agreement", async () => {
    const draft = await readCase({ field: formField("digits"), ink: freeInk(3), reads: ["", ""] });
    expect(codes(draft)).toContain("not-read");
  });
});

describe("blank fields", () => {
  const empty: FieldInk = { blank: true, overflow: false, lines: [], inked: [], glyphs: [] };
  it.each([
    { required: true, asks: ["blank-required"] },
    { required: false, asks: [] },
  ])("required: $required", async ({ required, asks }) => {
    const draft = await readCase({
      field: formField("name", { required }),
      ink: empty,
      reads: ["", ""],
    });
    expect({ value: draft.value, asks: codes(draft) }).toEqual({ value: "", asks });
  });
});

describe("Japanese", () => {
  const banks = ["見本銀行", "例示信用金庫", "架空銀行"];
  const bank = formField("master", { master: "店舗/金融機関名" });
  const holder = formField("account-kana", { boxes: 10 });
  it.each([
    {
      name: "name",
      field: formField("name"),
      ink: freeInk(4, 1),
      read: "見本花子",
      value: "見本 花子",
      asks: [],
    },
    {
      name: "a letter among kanji",
      field: formField("name"),
      ink: freeInk(4),
      read: "F葉花子",
      value: "F 葉花子",
      asks: ["missed-ink", "charset"],
    },
    {
      name: "a point for a hyphen",
      field: formField("address"),
      ink: freeInk(5),
      read: "橋0.0号",
      value: "橋0.0号",
      asks: ["missed-ink", "charset"],
    },
    {
      name: "a comma of thousands that lost its tail",
      field: formField("text"),
      ink: freeInk(5),
      read: "費1.000",
      value: "費1.000",
      asks: ["missed-ink", "point-or-comma"],
    },
    {
      name: "variant kanji",
      field: formField("name"),
      ink: freeInk(4),
      read: "髙橋花子",
      value: "髙橋花子",
      asks: ["similar-kanji"],
    },
    {
      name: "skipped character",
      field: formField("name"),
      ink: freeInk(5),
      read: "見本子",
      value: "見 本 子",
      asks: ["missed-ink"],
    },
    {
      name: "too long",
      field: formField("text", { maxLength: 3 }),
      ink: freeInk(4),
      read: "見本花子",
      value: "見本花子",
      asks: ["too-long"],
    },
    {
      name: "bank",
      field: bank,
      ink: freeInk(4),
      read: "見本銀行",
      master: banks,
      value: "見本銀行",
      asks: [],
    },
    {
      name: "bank nearly",
      field: bank,
      ink: freeInk(4),
      read: "貝本銀行",
      master: banks,
      value: "見本銀行",
      asks: ["not-in-master"],
    },
    {
      name: "bank unknown",
      field: bank,
      ink: freeInk(6),
      read: "東西南北銀行",
      master: banks,
      value: "東西南北銀行",
      asks: ["not-in-master"],
    },
    {
      name: "no master",
      field: bank,
      ink: freeInk(4),
      read: "見本銀行",
      value: "見本銀行",
      asks: ["no-master"],
    },
    {
      name: "signs beyond kana",
      field: holder,
      ink: boxInk("ミ本ン"),
      read: "ミ本ン",
      value: "ﾐ本ﾝ",
      asks: ["charset"],
    },
    {
      name: "a kana that 全銀 does not have",
      field: holder,
      ink: boxInk("ミヲ"),
      read: "ミヲ",
      value: "ﾐｦ",
      asks: ["charset"],
    },
    {
      name: "the room of a full-width bracket",
      field: formField("account-kana"),
      ink: freeInk(5, 1),
      read: "カ)ミホン",
      value: "ｶ)ﾐﾎﾝ",
      // A bracket of this test is as wide as a kana.
      asks: ["missed-ink"],
    },
    {
      name: "a box too many",
      field: holder,
      ink: boxInk("ミホンン"),
      read: "ミホン",
      value: "ﾐﾎﾝ",
      asks: ["length"],
    },
  ])("$name", async ({ read, value, asks, ...rest }) => {
    const draft = await readCase({ ...rest, reads: [read, read] });
    expect(draft.value).toBe(value);
    expect(codes(draft)).toEqual(asks);
  });

  it.each([
    // A blurred イイヅカ of a slender face measured as small.
    { word: "ィイヅカ", fits: [false] },
    { word: "キャッチ", fits: [true, true] },
    { word: "フィールディング", fits: [true, true] },
    { word: "カャ", fits: [false] },
    { word: "ッタ", fits: [false] },
  ])("knows where small kana stand in $word", ({ word, fits }) => {
    const signs = [...word];
    const found = signs.flatMap((c, i) =>
      /[ァィゥェォャュョッ]/u.test(c) ? [maySmallStandAfter(signs[i - 1] ?? "", c)] : [],
    );
    expect(found).toEqual(fits);
  });

  it.each([
    // Both lost the same sign to the ink (5丁目21番 whose 21 touches): nobody read it without.
    { reads: ["見本野花子", "見本野花子"], asks: ["missed-ink"] },
    { reads: ["見本本花子", "見本花子"], asks: [] },
  ] as const)("a sign taken out is confirmed by a look that needed none: $reads", async (c) => {
    const draft = await readCase({ field: formField("name"), ink: freeInk(4), reads: c.reads });
    expect(codes(draft)).toEqual(c.asks);
  });

  it.each([
    {
      name: "as the code says: one look",
      expected: "見本銀行",
      reads: ["見本銀行", "例示信用金庫"],
      by: ["recorded/0", "agreement-of-fields"],
      asks: [],
    },
    {
      name: "nearly as the code says: two looks",
      expected: "見本銀行",
      reads: ["貝本銀行", "貝本銀行"],
      by: ["recorded/0", "recorded/1"],
      asks: ["not-in-master"],
    },
    {
      name: "another bank: two looks",
      expected: "架空銀行",
      reads: ["見本銀行", "見本銀行"],
      by: ["recorded/0", "recorded/1"],
      asks: [],
    },
  ] as const)("reads the name of a bank $name", async ({ expected, reads, by, asks }) => {
    const draft = await readCase({ field: bank, ink: freeInk(4), master: banks, expected, reads });
    expect(draft.readers.map((r) => r.name)).toEqual(by);
    expect(draft.value).toBe("見本銀行");
    expect(codes(draft)).toEqual(asks);
  });

  it("never goes on without a person from a fax or a coarse scan", async () => {
    const task = { field: formField("name"), ink: freeInk(4), coarse: true };
    const draft = await readCase({ ...task, reads: ["見本花子", "見本花子"] });
    expect(draft.value).toBe("見本花子");
    expect(codes(draft)).toEqual(["coarse-scan"]);
  });

  it("shows both candidates of a variant kanji, of a size of kana, and of a sign with ﾞ", async () => {
    const name = await readCase({
      field: formField("name"),
      ink: freeInk(4),
      reads: ["高橋花子", "高橋花子"],
    });
    expect(name.doubts[0]).toMatchObject({ at: 0 });
    expect(name.doubts[0]?.candidates.slice(0, 2)).toEqual(["高", "髙"]);
    const kana = await readCase({
      field: formField("kana"),
      ink: freeInk(2),
      reads: ["マツ", "マツ"],
    });
    expect(codes(kana)).toContain("small-kana");
    expect(kana.doubts).toEqual([{ at: 1, candidates: ["ツ", "ッ"] }]);
    const twice = { field: holder, ink: boxInk("ミガン"), reads: ["ミガン", "ミカン"] } as const;
    const account = await readCase(twice);
    expect([account.value, account.doubts]).toEqual(["ﾐｶﾞﾝ", [{ at: 2, candidates: ["ﾞ", ""] }]]);
  });

  it.each([
    ["イト", "イト", "イト"],
    ["ジョウ", "ジョウ", "ジョウ"],
    ["ジヨウ", "ジョウ", "small-kana"],
    ["キヨ", "キヨ", "small-kana"],
  ])("of ink of unclear size, read %s and %s: %s", async (first, second, expected) => {
    const ink = freeInk([...first].length);
    const draft = await readCase({ field: formField("kana"), ink, reads: [first, second] });
    const asked = codes(draft).includes("small-kana");
    expect(asked ? "small-kana" : draft.value).toBe(expected);
  });

  it("takes カ for 力 and ー for 一 in a field of kana", async () => {
    const draft = await readCase({
      field: holder,
      ink: boxInk("カ）ミ ホー"),
      reads: ["力)ミホ一", "カ)ミホー"],
    });
    expect(draft.value).toBe("ｶ)ﾐ ﾎ-");
  });

  it.each([
    { written: "カ）ミホンデンセツ", zengin: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ" },
    { written: "パーク", zengin: "ﾊﾟ-ｸ" },
    { written: "ABC 12", zengin: "ABC 12" },
  ])("$written in 全銀 signs is $zengin", ({ written, zengin }) => {
    expect(toZengin(written)).toBe(zengin);
  });

  it("finds no nearest word when two are as near", () => {
    expect(nearest("架空", ["架空東", "架空西"])).toBeNull();
    expect(nearest("架空東", ["架空東", "架空西"])?.word).toBe("架空東");
  });
});
