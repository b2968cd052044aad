/** What fields of one page say about each other: a second look that settles a doubt, or a contradiction that raises one. */
import { describe, expect, it } from "vitest";
import {
  cellName,
  type FieldType,
  type Form,
  type FormField,
  type FormTable,
} from "../../ocr/form.ts";
import { agreeFields } from "../../ocr/types/agree-fields.ts";
import { type AskCode, ask } from "../../ocr/types/ask-reasons.ja.ts";
import { blankDraft, type FieldDraft } from "../../ocr/types/field-draft.ts";

interface Read {
  readonly type: FieldType;
  readonly value: string;
  readonly asks?: readonly AskCode[];
  /** Places in doubt. */
  readonly at?: readonly number[];
  readonly also?: readonly string[];
  readonly master?: string;
}

const reader = { name: "recorded", version: "1" };

function draft({ value, asks = [], at = [], also = [] }: Read): FieldDraft {
  const candidates = [value, ...also].map((v) => ({ value: v, confidence: 0.9, reader }));
  const doubts = at.map((place) => ({ at: place, candidates: [[...value][place] ?? "", "？"] }));
  return { ...blankDraft(asks.map(ask)), value, candidates, doubts, readers: [reader] };
}

function agree(
  reads: Readonly<Record<string, Read>>,
  more: { masters?: Record<string, readonly string[]>; tables?: readonly FormTable[] } = {},
): Record<string, string> {
  const fields = Object.entries(reads).map(
    ([name, r]): FormField => ({
      name,
      type: r.type,
      required: true,
      boxes: null,
      maxLength: null,
      options: [],
      master: r.master ?? null,
      writing: "print",
    }),
  );
  const form = { fields, tables: more.tables ?? [] } as unknown as Form;
  const drafts = new Map(Object.entries(reads).map(([name, r]) => [name, draft(r)]));
  const agreed = agreeFields(form, more.masters ?? {}, drafts);
  return Object.fromEntries(
    [...agreed].map(([name, d]) => [name, [d.value, ...d.reasons.map((r) => r.code)].join(" ")]),
  );
}

describe("code and name of one list", () => {
  const masters = {
    "店舗/銀行コード": ["0999", "0999", "0998"],
    "店舗/銀行": ["見本銀行", "見本銀行", "例示信用金庫"],
    "店舗/支店コード": ["001", "007", "001"],
    "店舗/支店": ["本店", "駅前支店", "本店"],
  };
  const bankCode = { type: "digits", value: "0999", master: "店舗/銀行コード" } as const;
  const bank = { type: "master", value: "見本銀行", master: "店舗/銀行" } as const;
  const code = { type: "digits", value: "001", master: "店舗/支店コード" } as const;
  const branch = { type: "master", value: "本店", master: "店舗/支店" } as const;

  it.each([
    {
      what: "the name of the branch settles its code",
      reads: {
        bankCode,
        bank,
        code: { ...code, value: "007", asks: ["readers-differ"], also: ["001"] },
        branch,
      },
      code: "001",
      branch: "本店",
    },
    {
      what: "the codes settle a name that no reader wrote exactly",
      reads: { bankCode, bank, code, branch: { ...branch, asks: ["not-in-master"] } },
      code: "001",
      branch: "本店",
    },
    {
      what: "no reader saw the code that the name would need",
      reads: {
        bankCode,
        bank,
        code: { ...code, value: "017", asks: ["readers-differ"], also: ["011"] },
        branch,
      },
      code: "017 readers-differ",
      branch: "本店",
    },
    {
      what: "code and name of different branches are both asked",
      reads: { bankCode, bank, code: { ...code, value: "007" }, branch },
      code: "007 other-row",
      branch: "本店 other-row",
    },
    {
      what: "coarse scans stay with a person",
      reads: { bankCode, bank, code: { ...code, asks: ["coarse-scan"] }, branch },
      code: "001 coarse-scan",
      branch: "本店",
    },
  ] as const)("$what", ({ reads, code, branch }) => {
    expect(agree(reads, { masters })).toEqual({ bankCode: "0999", bank: "見本銀行", code, branch });
  });

  it("says nothing when the lists do not go together row by row", () => {
    const torn = { ...masters, "店舗/支店": ["本店"] };
    const reads = { code: { ...code, value: "007" }, branch };
    expect(agree(reads, { masters: torn })).toEqual({ code: "007", branch: "本店" });
  });
});

describe("a postal code and its town", () => {
  const masters = {
    "郵便番号/郵便番号": ["3300063", "3300064"],
    "郵便番号/住所": ["見本県みほん市大手町", "見本県みほん市本町"],
  };
  const zip = { type: "postal-code", value: "3300063", master: "郵便番号/郵便番号" } as const;
  const address = { type: "address", master: "郵便番号/住所" } as const;
  it.each([
    { value: "みほん市大手町0-0-0", asks: [], now: "みほん市大手町0-0-0" },
    { value: "見本県みほん市大手町0-0-0", asks: [], now: "見本県みほん市大手町0-0-0" },
    { value: "みほん市本町1-1", asks: [], now: "みほん市本町1-1 other-row" },
    { value: "みほん市本町1-1", asks: ["readers-differ"], now: "みほん市本町1-1 readers-differ" },
  ] as const)("$value", ({ value, asks, now }) => {
    expect(agree({ zip, address: { ...address, value, asks } }, { masters })["address"]).toBe(now);
  });

  const value = "みほん市 大手町5-1";
  it.each([
    { what: "settle a doubt in the town", at: [0, 7], asks: ["unsure", "similar-kanji"], left: "" },
    { what: "leave one in the house number", at: [8], asks: ["unsure"], left: " unsure" },
    { what: "leave it beside one in the town", at: [0, 10], asks: ["unsure"], left: " unsure" },
    { what: "leave one without a place", at: [], asks: ["unsure"], left: " unsure" },
    { what: "leave a coarse scan", at: [0], asks: ["coarse-scan"], left: " coarse-scan" },
    { what: "leave lost ink", at: [0], asks: ["unsure", "missed-ink"], left: " unsure missed-ink" },
  ] as const)("$what", ({ at, asks, left }) => {
    const read = { ...address, value, asks, at };
    expect(agree({ zip, address: read }, { masters })["address"]).toBe(`${value}${left}`);
  });

  it("settle nothing while the code itself is in doubt, or belongs to another town", () => {
    const read = { ...address, value, asks: ["unsure"], at: [0] } as const;
    const doubtful = { ...zip, asks: ["readers-differ"] } as const;
    expect(agree({ zip: doubtful, address: read }, { masters })["address"]).toBe(`${value} unsure`);
    const other = { ...zip, value: "3300064" };
    expect(agree({ zip: other, address: read }, { masters })["address"]).toBe(`${value} unsure`);
  });
});

describe("フリガナ and 口座名義カナ", () => {
  const kana = (value: string, ...asks: AskCode[]): Read => ({ type: "kana", value, asks });
  const holder = (value: string, ...asks: AskCode[]): Read => ({
    type: "account-kana",
    value,
    asks,
  });
  it.each([
    [
      kana("サトウ シュンスケ", "readers-differ"),
      holder("ｻﾄｳ ｼﾕﾝｽｹ"),
      "サトウ シュンスケ",
      "ｻﾄｳ ｼﾕﾝｽｹ",
    ],
    [
      kana("カブシキガイシャ ミホン"),
      holder("ｶ)ﾐﾎﾝ", "unsure"),
      "カブシキガイシャ ミホン",
      "ｶ)ﾐﾎﾝ",
    ],
    [kana("ショウ", "small-kana"), holder("ｼﾖｳ"), "ショウ small-kana", "ｼﾖｳ"],
    [
      kana("ミホン", "readers-differ"),
      holder("ﾐﾎﾝ", "unsure"),
      "ミホン readers-differ",
      "ﾐﾎﾝ unsure",
    ],
    [kana("ミポン"), holder("ﾐﾎﾝ"), "ミポン kana-differ", "ﾐﾎﾝ kana-differ"],
    // Only its size is in doubt: the other sign is a slip of one of them.
    [
      kana("キヨウコ", "small-kana"),
      holder("ｷﾗｳｺ"),
      "キヨウコ small-kana kana-differ",
      "ｷﾗｳｺ kana-differ",
    ],
    [kana("ミホン タロウ"), holder("ﾚｲｼﾞ ﾊﾅｺ"), "ミホン タロウ", "ﾚｲｼﾞ ﾊﾅｺ"],
    [kana("ミメン", "readers-differ"), holder("ﾐﾎﾝ"), "ミメン readers-differ", "ﾐﾎﾝ"],
    // ゛ and ゜ deceive the surest reader: neither goes on.
    [kana("サンブル"), holder("ｻﾝﾌﾟﾙ", "unsure"), "サンブル kana-differ", "ｻﾝﾌﾟﾙ unsure kana-differ"],
  ])("%j %j", (a, b, kanaNow, holderNow) => {
    expect(agree({ a, b })).toEqual({ a: kanaNow, b: holderNow });
  });

  const named = (value: string): Read => ({ type: "name", value });
  it.each([
    // All three places of one page were read, each by itself: the name and the フリガナ with the same slip.
    ["サンブル警備", "サンブルケイビ", "ｻﾝﾌﾟﾙｹｲﾋﾞ", "サンブル警備 kana-differ"],
    ["サンブル警備", "サンプルケイビ", "ｻﾝﾌﾟﾙｹｲﾋﾞ", "サンブル警備 kana-differ"],
    ["サンプル警備", "サンプルケイビ", "ｻﾝﾌﾟﾙｹｲﾋﾞ", "サンプル警備"],
    ["ミホソ商会", "ミホンショウカイ", "ﾐﾎﾝｼﾖｳｶｲ", "ミホソ商会 kana-differ"],
    ["キャノン商会", "キャノンショウカイ", "ｷﾔﾉﾝｼﾖｳｶｲ", "キャノン商会"],
    ["ヤマダ商会", "サトウ タロウ", "ｻﾄｳ ﾀﾛｳ", "ヤマダ商会"],
    ["見本商会", "ミホンショウカイ", "ﾐﾎﾝｼﾖｳｶｲ", "見本商会"],
  ])("katakana of a name: %s, %s, %s", (name, spelt, account, nameNow) => {
    const got = agree({ n: named(name), a: kana(spelt), b: holder(account) });
    expect(got["n"]).toBe(nameNow);
    if (spelt === "サンプルケイビ") expect(got["a"]).toBe(spelt);
  });

  it("says nothing when there are two holders", () => {
    const reads = { a: kana("ミホン", "unsure"), b: holder("ﾐﾎﾝ"), c: holder("ﾐﾎﾝ") };
    expect(agree(reads)["a"]).toBe("ミホン unsure");
  });
});

describe("法人番号 and 登録番号", () => {
  const number = "8999999000001";
  it.each([
    {
      a: { value: number },
      b: { value: `T${number.replace("1", "7")}`, asks: ["readers-differ"], also: [`T${number}`] },
      now: [number, `T${number}`],
    },
    {
      a: { value: number },
      b: { value: "T8999999000007" },
      now: [`${number} numbers-differ`, "T8999999000007 numbers-differ"],
    },
    { a: { value: number }, b: { value: "T1234567890123" }, now: [number, "T1234567890123"] },
    { a: { value: number }, b: { value: "" }, now: [number, ""] },
  ] as const)("$now", ({ a, b, now }) => {
    const got = agree({
      a: { type: "corporate-number", ...a },
      b: { type: "invoice-number", ...b },
    });
    expect([got["a"], got["b"]]).toEqual(now);
  });
});

describe("a table with totals", () => {
  const table: FormTable = {
    name: "内訳",
    rows: ["4月", "5月", "計"],
    columns: ["本体", "税", "計"],
    totalRow: "計",
    totalColumn: "計",
    summed: ["本体", "税"],
  };
  const sums = { "4月": [100, 10, 110], "5月": [200, 20, 220], 計: [300, 30, 330] };
  const cells = (changes: Readonly<Record<string, Omit<Read, "type">>>): Record<string, Read> =>
    Object.fromEntries(
      Object.entries(sums).flatMap(([row, values]) =>
        values.map((v, i): [string, Read] => {
          const name = cellName("内訳", row, table.columns[i] ?? "");
          return [
            name,
            { type: "amount", value: String(v), ...changes[`${row}${table.columns[i]}`] },
          ];
        }),
      ),
    );
  const asked = (changes: Readonly<Record<string, Omit<Read, "type">>>): string[] =>
    Object.entries(agree(cells(changes), { tables: [table] }))
      .filter(([, now]) => now.includes(" "))
      .map(([name, now]) => `${name} ${now.split(" ").slice(1).join(" ")}`);

  it("that comes out asks nothing", () => {
    expect(asked({})).toEqual([]);
  });
  it("settles a cell on which readers differ", () => {
    const differ = { value: "700", asks: ["readers-differ"], also: ["200"] } as const;
    expect(asked({ "5月本体": differ })).toEqual([]);
    expect(agree(cells({ "5月本体": differ }), { tables: [table] })["内訳・5月・本体"]).toBe("200");
  });
  it("settles two cells one after the other", () => {
    const [a, b] = [
      { value: "700", asks: ["readers-differ"], also: ["200"] },
      { value: "30", asks: ["readers-differ"], also: ["20"] },
    ] as const;
    expect(asked({ "5月本体": a, "5月税": b })).toEqual([]);
  });
  it("does not settle a cell that no reader saw that way", () => {
    const differ = { value: "700", asks: ["readers-differ"], also: ["900"] } as const;
    expect(asked({ "5月本体": differ })).toEqual(["内訳・5月・本体 readers-differ"]);
  });
  it("settles cells on which readers agreed, when row and column come out and one total is sure", () => {
    const unsure = (value: number): Omit<Read, "type"> => ({
      value: String(value),
      asks: ["unsure"],
    });
    const four = { "4月本体": unsure(100), "4月税": unsure(10), "5月本体": unsure(200) };
    expect(asked({ ...four, "5月税": unsure(20) })).toEqual([]);
    // A misread sign that comes out in its row only.
    expect(asked({ ...four, "5月税": unsure(80) })).toEqual(["内訳・5月・税 unsure"]);
    // One that every number of the page shows, the totals too.
    const everywhere = { "4月本体": unsure(700), "4月計": unsure(710), 計本体: unsure(900) };
    expect(asked({ ...everywhere, 計計: unsure(930) })).toHaveLength(4);
  });
  it("finds the one cell that both readers got wrong", () => {
    expect(asked({ "5月本体": { value: "700" } })).toEqual(["内訳・5月・本体 totals-differ"]);
  });
  it("finds it among cells on which readers differ, when nothing that they propose adds up", () => {
    const differ = { value: "700", asks: ["readers-differ"], also: ["900"] } as const;
    const other = { value: "70", asks: ["readers-differ"], also: ["40"] } as const;
    // Both readers lost the 0 of 20.
    const lost = { "5月本体": differ, "4月税": other, "5月税": { value: "2" } };
    expect(asked(lost)).toContain("内訳・5月・税 totals-differ");
    // The totals that come out by themselves stand.
    expect(asked(lost)).not.toContain("内訳・計・税 totals-differ");
  });
  it("asks for the whole line when only one does not come out", () => {
    expect(asked({ 計計: { value: "830" } }).sort()).toEqual(["内訳・計・計 totals-differ"]);
    const column = asked({ 計税: { value: "40" }, 計計: { value: "340" } });
    expect(column.length).toBeGreaterThan(1);
    expect(column).toContain("内訳・計・税 totals-differ");
  });
  it("leaves an empty total alone", () => {
    expect(asked({ 計本体: { value: "" }, 計税: { value: "" }, 計計: { value: "" } })).toEqual([]);
  });
});

describe("a word that is almost one of the office's", () => {
  it("is asked about even when every reader saw it so, and the word is proposed", () => {
    expect(agree({ 氏名: { type: "name", value: "株武会社みほん" } })).toEqual({
      氏名: "株式会社みほん near-word",
    });
  });
  it("is proposed where a person looks anyway, with the doubts in their places", () => {
    const read = { value: "北町3上目6番2号", asks: ["readers-differ"], at: [0] } as const;
    expect(agree({ 住所: { type: "address", ...read } })).toEqual({
      住所: "北町3丁目6番2号 readers-differ near-word",
    });
  });
  it("settles nothing: フリガナ and 口座名義 are compared as they were read", () => {
    const read = { value: "カブンキガイシャ ミホン", asks: ["readers-differ"] } as const;
    const now = agree({
      フリガナ: { type: "kana", ...read },
      名義: { type: "account-kana", value: "ｶ)ﾐﾎﾝ" },
    });
    expect(now["フリガナ"]).toBe("カブシキガイシャ ミホン readers-differ near-word");
  });
});

describe("the blank in a person's name", () => {
  const pair = (kana: string, name: string) =>
    agree({ フリガナ: { type: "kana", value: kana }, 氏名: { type: "name", value: name } });
  it("that only one of kanji and kana shows is asked about", () => {
    expect(pair("イイヅカオサム", "飯塚 修")["フリガナ"]).toBe("イイヅカオサム space-unclear");
    expect(pair("イイヅカ オサム", "飯塚修")["氏名"]).toBe("飯塚修 space-unclear");
  });
  it("is in both, in neither, or nothing but the legal form's", () => {
    for (const [kana, name] of [
      ["イイヅカ オサム", "飯塚 修"],
      ["イイヅカオサム", "飯塚修"],
      ["オオテマチジチカイ", "大手町自治会"],
      ["カブシキガイシャ ミホン", "株式会社みほん"],
      ["ミホン タロウ", ""],
    ] as const)
      expect(pair(kana, name)).toEqual({ フリガナ: kana, 氏名: name });
  });
});
