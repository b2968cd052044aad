/** 債権者登録: what is refused, what the confirmation shows, what a press makes. */
import { describe, expect, it } from "vitest";
import { entryFields } from "./support/clerk.ts";
import { running } from "./support/running.ts";

describe("確認", () => {
  it("shows every field as text in th/td, and nothing is registered yet", async () => {
    const { system, clerk } = await running();
    const { html, text } = await clerk.post("/confirm", { ...entryFields, item17: "対象" });
    for (const value of Object.values(entryFields)) {
      expect(html).toContain(`<td`);
      expect(text).toContain(value);
    }
    expect(text).toMatch(/源泉徴収対象 対象 /);
    expect(html).toContain("登録しますか？");
    expect(html).toContain('value="登　録"');
    expect(system.creditors()).toEqual([]);
  });

  it("shows an empty box as 対象外", async () => {
    const { clerk } = await running();
    expect((await clerk.post("/confirm", entryFields)).text).toMatch(/源泉徴収対象 対象外/);
  });

  it("goes back to the entry screen with the values", async () => {
    const { clerk } = await running();
    const { html } = await clerk.post("/entry", { ...entryFields, item17: "対象" });
    expect(html).toContain('value="株式会社みほん電設"');
    expect(html).toMatch(/value="法人" checked/);
    expect(html).toMatch(/value="普通" selected/);
    expect(html).toMatch(/value="対象" checked/);
  });
});

describe("what 確認 refuses", () => {
  it.each([
    { item: "item01", caption: "債権者区分" },
    { item: "item02", caption: "債権者氏名" },
    { item: "item03", caption: "フリガナ" },
    { item: "item05", caption: "郵便番号" },
    { item: "item06", caption: "住所" },
    { item: "item07", caption: "電話番号" },
    { item: "item10", caption: "金融機関コード" },
    { item: "item12", caption: "支店コード" },
    { item: "item14", caption: "預金種別" },
    { item: "item15", caption: "口座番号" },
    { item: "item16", caption: "口座名義カナ" },
    { item: "item18", caption: "担当所属コード" },
  ])("a missing $caption (E110)", async ({ item, caption }) => {
    const { clerk } = await running();
    const { text } = await clerk.post("/confirm", { ...entryFields, [item]: "　" });
    expect(text).toContain(`E110 必須項目が入力されていません：${caption}`);
    expect(text).not.toContain("以下の内容で登録します");
  });

  it("tells all faults together and keeps what was typed", async () => {
    const { clerk } = await running();
    const { text, html } = await clerk.post("/confirm", { item02: "見本　太郎" });
    expect(text.match(/E110/g)).toHaveLength(11);
    expect(html).toContain('value="見本　太郎"');
  });

  it.each([
    { kana: "ﾐﾎﾝ ｼｮｳｼﾞ", letters: "ｮ" },
    { kana: "ミホン", letters: "ミ ホ ン" },
    { kana: "ﾐﾎﾝ'", letters: "'" },
    { kana: "ｦﾐﾎﾝ", letters: "ｦ" },
    { kana: "ﾐﾎﾝｰ", letters: "ｰ" },
    { kana: "abc", letters: "a b c" },
  ])("account name $kana (E106)", async ({ kana, letters }) => {
    const { clerk } = await running();
    const { text } = await clerk.post("/confirm", { ...entryFields, item16: kana });
    expect(text.replaceAll("&#39;", "'")).toContain(
      `E106 口座名義に使用できない文字があります（${letters}）`,
    );
  });

  it.each(["ﾐﾎﾝ ﾀﾛｳ", "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ", "ﾐﾎﾝ(ｶ)ﾁﾊﾞｼﾃﾝ", "ABC-1.2"])(
    "but not account name %s",
    async (kana) => {
      const { clerk } = await running();
      const { text } = await clerk.post("/confirm", { ...entryFields, item16: kana });
      expect(text).toContain("以下の内容で登録します");
    },
  );

  it.each([
    { item: "item01", value: "宇宙人", caption: "債権者区分" },
    { item: "item03", value: "漢字", caption: "フリガナ" },
    { item: "item05", value: "999", caption: "郵便番号" },
    { item: "item07", value: "電話なし", caption: "電話番号" },
    { item: "item08", value: "123", caption: "法人番号" },
    { item: "item09", value: "8999999000001", caption: "インボイス登録番号" },
    { item: "item14", value: "外貨", caption: "預金種別" },
    { item: "item15", value: "1.2E+03", caption: "口座番号" },
    { item: "item15", value: "123456", caption: "口座番号" },
    { item: "item16", value: "ｱ".repeat(31), caption: "口座名義カナ" },
    { item: "item18", value: "会計課", caption: "担当所属コード" },
    { item: "item19", value: "あ".repeat(41), caption: "摘要" },
  ])("$caption 「$value」 (E115)", async ({ item, value, caption }) => {
    const { clerk } = await running();
    const { text } = await clerk.post("/confirm", { ...entryFields, [item]: value });
    expect(text).toContain(`E115 ${caption}の形式が正しくありません`);
  });

  it("a branch that the popup did not give (E116)", async () => {
    const { clerk } = await running();
    const { text } = await clerk.post("/confirm", { ...entryFields, item13: "駅前" });
    expect(text).toContain("E116");
  });

  it("a section without the right to register (E112)", async () => {
    const { system, visitor } = await running();
    const clerk = await visitor().logIn("robot01", "demo-pass-1", "120200");
    expect((await clerk.get("/entry")).text).toContain("E112 起票権限がありません（所属 120200）");
    expect((await clerk.register()).text).toContain("E112");
    expect(system.creditors()).toEqual([]);
  });
});

describe("登録", () => {
  it("commits and shows the number once", async () => {
    const { system, clerk } = await running({ seedCreditors: 45 });
    const { text } = await clerk.register();
    expect(text).toContain("登録が完了しました");
    expect(text).toContain("債権者番号 00100046");
    expect(system.creditors().at(-1)).toMatchObject({
      number: "00100046",
      name: "株式会社みほん電設",
      accountNumber: "0123456",
      memo: "R08-000123",
      createdBy: "robot01",
    });
    expect((await clerk.get("/register")).status).toBe(404);
  });

  it("makes two rows when it is pressed twice: there is no guard", async () => {
    const { system, clerk } = await running();
    await Promise.all([clerk.register(), clerk.register()]);
    expect(system.creditors().map(({ number }) => number)).toEqual(["00100001", "00100002"]);
    expect(system.counts()).toMatchObject({ registerPosts: 2, commits: 2 });
  });

  it("registers nothing that 確認 would refuse", async () => {
    const { system, clerk } = await running();
    expect((await clerk.register({ item15: "" })).text).toContain("E110");
    expect(system.creditors()).toEqual([]);
    expect(system.counts()).toMatchObject({ registerPosts: 1, commits: 0 });
  });

  it("is logged with path and user, without any field value", async () => {
    const { system, clerk } = await running();
    await clerk.register();
    expect(system.requests().at(-1)).toMatchObject({
      method: "POST",
      path: "/register",
      user: "robot01",
      status: 200,
    });
    expect(JSON.stringify(system.requests())).not.toMatch(/みほん|0123456/);
  });
});
