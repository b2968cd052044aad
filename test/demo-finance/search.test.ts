/** 債権者検索, 詳細, 一覧 with CSV, and 金融機関検索. */
import { describe, expect, it } from "vitest";
import type { Fields } from "./support/clerk.ts";
import { running } from "./support/running.ts";

const criteria = (fields: Fields): Fields => ({
  item01: "",
  item02: "",
  item03: "",
  item04: "",
  page: "1",
  ...fields,
});

describe("債権者検索", () => {
  it.each([
    { by: "kana from the beginning", fields: { item01: "カブシキガイシャミホン" } },
    { by: "half-width kana", fields: { item01: "ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾎﾝ" } },
    { by: "phone with hyphens", fields: { item02: "099-000-7777" } },
    { by: "phone without hyphens", fields: { item02: "0990007777" } },
    { by: "account", fields: { item03: "0123456" } },
    { by: "摘要 as a whole", fields: { item04: "R08-000123" } },
    { by: "kana and phone", fields: { item01: "カブシキ", item02: "099-000-7777" } },
  ])("finds by $by", async ({ fields }) => {
    const { clerk } = await running({ seedCreditors: 3 });
    await clerk.register({ item07: "099-000-7777" });
    const { text } = await clerk.post("/search", criteria(fields));
    expect(text).toContain("検索結果");
    expect(text).toContain("00100004 株式会社みほん電設 カブシキガイシャミホンデンセツ");
    expect(text).toContain("1件中 1～1件目");
  });

  it.each([
    { by: "a part of 摘要", fields: { item04: "R08-00012" } },
    { by: "摘要 with a wildcard", fields: { item04: "R08-%" } },
    { by: "kana from the middle", fields: { item01: "ミホンデンセツ" } },
    { by: "right kana, wrong phone", fields: { item01: "カブシキ", item02: "099-000-9999" } },
    { by: "an account without its zero", fields: { item03: "123456" } },
  ])("does not find by $by", async ({ fields }) => {
    const { clerk } = await running();
    await clerk.register();
    const { text } = await clerk.post("/search", criteria(fields));
    expect(text).toContain("該当する債権者はありません");
    expect(text).not.toContain("検索結果");
  });

  it("finds every record with the same 摘要, 20 on a page", async () => {
    const { clerk } = await running({ seedCreditors: 45 });
    const fields = criteria({ item04: "旧システムより移行" });
    const pages = await Promise.all(
      ["1", "2", "3"].map((page) => clerk.post("/search", { ...fields, page })),
    );
    const numbers = pages.flatMap(({ html }) => html.match(/<td>001000\d\d/g) ?? []);
    expect(new Set(numbers).size).toBe(45);
    expect(pages.map(({ text }) => /45件中 \d+～\d+件目/.exec(text)?.[0])).toEqual([
      "45件中 1～20件目",
      "45件中 21～40件目",
      "45件中 41～45件目",
    ]);
  });

  it("asks for at least one condition", async () => {
    const { clerk } = await running();
    expect((await clerk.post("/search", criteria({}))).text).toContain("検索条件を1つ以上");
  });

  it("shows texts, never their HTML", async () => {
    const { clerk } = await running();
    await clerk.register({ item19: "<b>x</b>" });
    const { html } = await clerk.post("/search", criteria({ item04: "<b>x</b>" }));
    expect(html).toContain("&lt;b&gt;x&lt;/b&gt;");
    expect(html).not.toContain("<b>x</b>");
  });
});

describe("債権者詳細", () => {
  it("shows every field", async () => {
    const { clerk } = await running();
    await clerk.register();
    const { text } = await clerk.get("/detail/00100001");
    for (const value of ["00100001", "代表取締役　見本　太郎", "T8999999000001", "R08-000123"]) {
      expect(text).toContain(value);
    }
  });

  it.each(["00999999", "1", "abc", "00100001x"])("knows no %s (E104)", async (number) => {
    const { clerk } = await running({ seedCreditors: 1 });
    expect((await clerk.get(`/detail/${number}`)).text).toContain(
      "E104 債権者番号が存在しません／使用停止中です",
    );
  });
});

describe("債権者一覧", () => {
  it("turns pages and survives odd page numbers", async () => {
    const { clerk } = await running({ seedCreditors: 21 });
    expect((await clerk.get("/list")).text).toContain("21件中 1～20件目");
    expect((await clerk.get("/list?page=2")).text).toContain("21件中 21～21件目");
    expect((await clerk.get("/list?page=-1")).text).toContain("21件中 1～20件目");
    expect((await clerk.get("/list?page=x")).text).toContain("21件中 1～20件目");
  });

  it("comes as CSV with byte order mark, CRLF and all rows", async () => {
    const { clerk } = await running({ seedCreditors: 40 });
    await clerk.register({ item02: '見本"商店', item19: "R08-000124" });
    const { html, headers } = await clerk.get("/list.csv");
    expect(headers.get("content-type")).toContain("text/csv");
    expect(headers.get("content-disposition")).toContain("attachment");
    expect(html.startsWith('\ufeff"債権者番号","債権者区分","債権者氏名"')).toBe(true);
    const lines = html.trimEnd().split("\r\n");
    expect(lines).toHaveLength(42);
    expect(lines.at(-1)).toMatch(/^"00100041","法人","見本""商店",.*"R08-000124",.*"robot01"$/);
  });

  it("says when nothing is there", async () => {
    const { clerk } = await running();
    expect((await clerk.get("/list")).text).toContain("債権者は登録されていません");
  });
});

describe("金融機関検索", () => {
  it.each([
    { b: "0999", s: "012", names: ["本店営業部"] },
    { b: "0999", s: "", names: ["本店営業部", "駅前", "東"] },
    { b: "", s: "201", names: ["中央"] },
    { b: "0996", s: "", names: ["本店", "港町"] },
    { b: "0998", s: "", names: ["本店", "西"] },
  ])("finds $names by $b-$s", async ({ b, s, names }) => {
    const { clerk } = await running();
    const { html } = await clerk.get(`/banks?go=1&b=${b}&s=${s}`);
    const found = [...html.matchAll(/<td>(\d{3})<\/td><td>([^<]+)/g)].map((match) => match[2]);
    expect(found).toEqual(names);
  });

  it("says when there is none, and nothing before the first search", async () => {
    const { clerk } = await running();
    expect((await clerk.get("/banks?go=1&b=0001&s=")).text).toContain(
      "該当する金融機関はありません",
    );
    expect((await clerk.get("/banks")).text).not.toContain("検索結果");
  });
});
