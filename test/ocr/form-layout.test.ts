/** form.yaml → millimetres: what a clerk may write, and the rules of the paper that make a form readable. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Form, lintForm, type MmBox, parseForm } from "../../ocr/index.ts";

const creditorFile = "scenarios/library/creditor-account/form.yaml";

function formOf(text: string): Form {
  const parsed = parseForm(text, "form.yaml");
  if (!parsed.ok)
    throw new Error(parsed.problems.map((p) => `${p.at.line} ${p.message}`).join("\n"));
  return parsed.value;
}

/** A form with one field per entry, each on a row of its own. */
function formWith(fields: Readonly<Record<string, string>>, row = ""): Form {
  const items = Object.entries(fields).map(([name, rest]) => `  - 名前: ${name}\n    ${rest}\n`);
  const rows = Object.keys(fields).map((name) => `  - 行: ${name}\n${row}`);
  return formOf(
    `版: 1\n様式番号: REI-01\n様式の版: 2\n題名: 見本の届\n項目:\n${items.join("")}配置:\n${rows.join("")}`,
  );
}

const creditor = formOf(readFileSync(creditorFile, "utf8"));
const zones = Object.entries(creditor.layout.zones);

function inside(inner: MmBox, outer: MmBox, by = 0): boolean {
  return (
    inner.x >= outer.x + by &&
    inner.y >= outer.y + by &&
    inner.x + inner.width <= outer.x + outer.width - by + 0.02 &&
    inner.y + inner.height <= outer.y + outer.height - by + 0.02
  );
}

function gap(a: MmBox, b: MmBox): number {
  const dx = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
  const dy = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.max(dx, dy);
}

describe("the creditor account form", () => {
  it("has the fields of the process with their types", () => {
    const rows = creditor.fields.map((f) => [f.name, f.type, f.boxes, f.maxLength, f.required]);
    expect(rows).toEqual([
      ["申請区分", "choice", null, null, true],
      ["申請日", "date", 6, 6, true],
      ["区分", "choice", null, null, true],
      ["担当所属", "digits", 6, 6, true],
      ["フリガナ", "kana", null, 40, true],
      ["氏名", "name", null, 40, true],
      ["代表者", "name", null, 40, false],
      ["郵便番号", "postal-code", 7, 7, true],
      ["電話番号", "phone", null, 13, true],
      ["住所", "address", null, 60, true],
      ["法人番号", "corporate-number", 13, 13, false],
      ["登録番号", "invoice-number", 13, 13, false],
      ["金融機関コード", "digits", 4, 4, true],
      ["金融機関名", "master", null, 20, true],
      ["支店コード", "digits", 3, 3, true],
      ["支店名", "master", null, 20, true],
      ["預金種別", "choice", null, null, true],
      ["口座番号", "account-number", 7, 7, true],
      ["口座名義カナ", "account-kana", 30, 30, true],
      ["源泉対象", "check", null, null, false],
    ]);
  });

  it("names the lists and options", () => {
    const byName = new Map(creditor.fields.map((f) => [f.name, f]));
    expect(byName.get("金融機関名")?.master).toBe("店舗/金融機関名");
    expect(byName.get("支店名")?.master).toBe("店舗/支店名");
    expect(byName.get("預金種別")?.options).toEqual(["普通", "当座", "貯蓄", "その他"]);
    expect(byName.get("源泉対象")?.options).toEqual(["対象"]);
  });

  it("asks for no improvement", () => {
    expect(lintForm(creditor)).toEqual([]);
  });

  it("has its four corner squares of 5 mm, 8 mm from the edges", () => {
    const [topLeft, , , bottomRight] = creditor.layout.markers;
    expect(topLeft).toEqual({ x: 8, y: 8, width: 5, height: 5 });
    expect(bottomRight).toEqual({ x: 197, y: 284, width: 5, height: 5 });
  });

  it.each(zones)("%s stands inside the paper, clear of markers and QR code", (_name, zone) => {
    expect(inside(zone.area, { x: 0, y: 0, ...creditor.paper }, 8)).toBe(true);
    for (const fixed of [...creditor.layout.markers, creditor.layout.qr]) {
      expect(gap(zone.area, fixed)).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(zones)("%s keeps its boxes and ticks inside its area, 1.9 mm clear", (name, zone) => {
    for (const box of [...zone.boxes, ...zone.ticks])
      expect(inside(box, zone.area, 1.9)).toBe(true);
    const field = creditor.fields.find((f) => f.name === name);
    expect(zone.boxes).toHaveLength(field?.boxes ?? 0);
    expect(zone.ticks).toHaveLength(field?.options.length ?? 0);
  });

  it("has boxes at least 7 mm wide", () => {
    const narrow = zones.filter(([, z]) => z.boxes.some((b) => b.width < 7));
    expect(narrow).toEqual([]);
  });

  it("lets no two areas overlap", () => {
    for (const [i, [a, first]] of zones.entries()) {
      for (const [b, second] of zones.slice(i + 1)) {
        expect(gap(first.area, second.area), `${a} / ${b}`).toBeGreaterThanOrEqual(-0.02);
      }
    }
  });

  it("draws no words into boxes, ticks or free zones", () => {
    const words = creditor.layout.drawing.filter((d) => d.kind === "text");
    for (const [name, zone] of zones) {
      const written =
        zone.boxes.length + zone.ticks.length > 0 ? [...zone.boxes, ...zone.ticks] : [zone.area];
      for (const box of written) {
        const hits = words.filter((w) => gap(w.box, box) < -0.1).map((w) => w.text);
        expect(hits, name).toEqual([]);
      }
    }
  });

  it("says what is pre-printed before the value", () => {
    expect(creditor.layout.zones["申請日"]?.preprinted).toBe("令和");
    expect(creditor.layout.zones["登録番号"]?.preprinted).toBe("T");
    expect(creditor.layout.zones["口座番号"]?.preprinted).toBe("");
  });

  it("sets 30 kana boxes in two rows of 15, in reading order", () => {
    const boxes = creditor.layout.zones["口座名義カナ"]?.boxes ?? [];
    expect(new Set(boxes.slice(0, 15).map((b) => b.y)).size).toBe(1);
    expect(boxes[15]?.x).toBe(boxes[0]?.x);
    expect(boxes[15]?.y).toBeGreaterThan(boxes[0]?.y ?? 0);
  });
});

describe("what a clerk may write", () => {
  it.each([
    ["種類: 数字\n    枠: ８", "digits", 8],
    ["種類: 数字\n    枠: なし", "digits", null],
    ["種類: 金額\n    枠: 9", "amount", 9],
    ["種類: カナ\n    枠: 12", "kana", 12],
    ["種類: 金額", "amount", null],
    ["種類: 日付", "date", 6],
    ["種類: 電話番号", "phone", null],
  ])("%s", (rest, type, boxes) => {
    expect(formWith({ 値: rest }).fields[0]).toMatchObject({ type, boxes });
  });

  it("takes 手書き for the whole form and 印字 for one field", () => {
    const text = readFileSync(creditorFile, "utf8")
      .replace("記入: 印字", "記入: 手書き")
      .replace("枠: 6\n", "枠: 6\n    記入: 印字\n");
    const form = formOf(text);
    expect(form.fields.filter((f) => f.writing === "print").map((f) => f.name)).toEqual([
      "担当所属",
    ]);
  });

  it("divides a row by shares", () => {
    const form = formOf(
      "版: 1\n様式番号: A\n様式の版: 1\n題名: 届\n項目:\n  - 名前: 甲\n    種類: 文字\n  - 名前: 乙\n    種類: 文字\n配置:\n  - 行: [甲, 乙]\n    幅: [1, 2]\n",
    );
    expect(form.layout.zones["甲"]?.area.width).toBe(60 - 24);
    expect(form.layout.zones["乙"]?.area.width).toBe(120 - 24);
  });

  it("prints ¥ and 円 outside the zone of an amount", () => {
    const form = formWith({ 金額: "種類: 金額" });
    const area = form.layout.zones["金額"]?.area;
    const words = form.layout.drawing.filter((d) => d.kind === "text" && /[¥円]/u.test(d.text));
    expect(words).toHaveLength(2);
    for (const w of words) expect(area && gap(w.box, area)).toBeGreaterThanOrEqual(-0.01);
  });

  it.each([
    ["right of the boxes of an amount that leave room", 8, 1],
    ["not at all where the boxes would get narrower for it", 19, 0],
  ])("prints 円 %s", (_, boxes, count) => {
    const form = formWith({ 金額: `種類: 金額\n    枠: ${boxes}` });
    const digits = formWith({ 金額: `種類: 数字\n    枠: ${boxes}` });
    const words = form.layout.drawing.filter((d) => d.kind === "text" && d.text === "円");
    expect(words).toHaveLength(count);
    const zone = form.layout.zones["金額"];
    expect(zone).toEqual(digits.layout.zones["金額"]);
    for (const w of words)
      for (const box of zone?.boxes ?? []) expect(gap(w.box, box)).toBeGreaterThanOrEqual(-0.01);
  });

  it.each([["__proto__"], ["constructor（）"], ["a b"], ["{氏名}"], ["「氏名」"]])(
    "refuses the field name %s",
    (name) => {
      const text = `版: 1\n様式番号: A\n様式の版: 1\n題名: 届\n項目:\n  - 名前: "${name}"\n    種類: 文字\n配置:\n  - 行: "${name}"\n`;
      const parsed = parseForm(text, "form.yaml");
      expect(parsed.problems.map((p) => p.code)).toContain("FRM008");
    },
  );

  it.each([
    ["", 1],
    ["ただの文", 1],
    ["- a\n- b", 1],
    ["項目: [[[[[]]]]]\n配置: {a: {b: c}}", 4],
    ["前書き: ーーー".padEnd(50_000, "ー"), 3],
  ])("answers hostile text %# with problems, never with an exception", (text, least) => {
    const parsed = parseForm(text, "form.yaml");
    expect(parsed.ok).toBe(false);
    expect(parsed.problems.length).toBeGreaterThanOrEqual(least);
  });
});

describe("advice about a form", () => {
  const codes = (form: Form): string[] => lintForm(form).map((a) => `${a.field}:${a.code}`);

  it.each([
    ["数字に枠がない", { 番号: "種類: 数字\n    枠: なし" }, "", "番号:free-digits"],
    ["枠が狭い", { 番号: "種類: 数字\n    枠: 15" }, "", null],
    ["文字数が多すぎる", { 用件: "種類: 文字\n    文字数: 120" }, "", "用件:crowded-text"],
    ["口座番号だけ", { 口座: "種類: 口座番号" }, "", "口座:no-check-partner"],
    ["個人番号", { 個人番号: "種類: 数字\n    枠: 12" }, "", "個人番号:private-number"],
    ["個人番号カードの有無", { 個人番号カードの有無: "種類: 文字" }, "", null],
    ["手書きのカナ", { カナ: "種類: カナ\n    記入: 手書き" }, "", "カナ:hand-kana"],
    ["枠のある手書きのカナ", { カナ: "種類: カナ\n    枠: 12\n    記入: 手書き" }, "", null],
  ])("%s", (_what, fields, row, expected) => {
    const found = codes(formWith(fields, row));
    expect(found).toEqual(expected === null ? [] : [expected]);
  });

  it("warns of boxes below 7 mm", () => {
    const text =
      "版: 1\n様式番号: A\n様式の版: 1\n題名: 届\n項目:\n  - 名前: 甲\n    種類: 数字\n    枠: 10\n  - 名前: 乙\n    種類: 文字\n配置:\n  - 行: [甲, 乙]\n";
    expect(codes(formOf(text))).toEqual(["甲:narrow-boxes"]);
  });

  it("warns of zones at the edge, at the markers and too low, whoever made the form", () => {
    const zone = creditor.layout.zones["氏名"];
    if (!zone) throw new Error("no zone");
    const moved = { ...zone, area: { x: 5, y: 10, width: 60, height: 6 } };
    const form = {
      ...creditor,
      layout: { ...creditor.layout, zones: { ...creditor.layout.zones, 氏名: moved } },
    };
    expect(codes(form)).toEqual(
      expect.arrayContaining(["氏名:near-edge", "氏名:near-marker", "氏名:low-zone"]),
    );
  });
});
