/** The sample tray and its generator: the truth agrees with itself, the files with the truth. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { parseForm } from "../../ocr/index.ts";
import { accountKana } from "../support/samples/account-kana.ts";
import { distort } from "../support/samples/distort.ts";
import { sampleFonts } from "../support/samples/fonts.ts";
import { branches } from "../support/samples/pools.ts";
import { cleanPages, freshRecords } from "../support/samples/render-page.ts";
import { corporateNumber, receivedOn } from "../support/samples/truth-record.ts";
import type { TruthPage } from "../support/samples/write-tray.ts";

const home = "scenarios/library/creditor-account";
const folder = join(home, "samples");
const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as TruthPage[];
const forms = truth.filter((t) => t.kind === "form");
const parsed = parseForm(readFileSync(join(home, "form.yaml"), "utf8"), "form.yaml");
if (!parsed.ok) throw new Error("the form of the library must parse");
const form = parsed.value;

const rightNumber = (n: string): boolean => n === corporateNumber(n.slice(1));

type Values = Readonly<Record<string, string>>;
type Rule = (value: string, all: Values) => boolean;

const like =
  (shape: RegExp): Rule =>
  (value) =>
    shape.test(value);

/** What must hold for a record that may be entered. */
const rules: Readonly<Record<string, Rule>> = {
  申請区分: (value) => value === "新規",
  申請日: (value) => {
    const age = (Date.parse(receivedOn) - Date.parse(value)) / 86_400_000;
    return age >= 0 && age <= 90;
  },
  法人番号: (value, all) => (all["区分"] === "法人" ? rightNumber(value) : value === ""),
  登録番号: (value, all) =>
    value === "" || all["区分"] !== "法人"
      ? /^(T9999\d{9})?$/u.test(value)
      : value === `T${all["法人番号"]}`,
  支店名: (value, all) =>
    branches.some(
      (b) =>
        b.bankCode === all["金融機関コード"] &&
        b.bank === all["金融機関名"] &&
        b.code === all["支店コード"] &&
        b.name === value,
    ),
  口座番号: like(/^\d{7}$/u),
  口座名義カナ: like(/^[ｱ-ﾝﾞﾟA-Z0-9 ().-]{1,30}$/u),
  氏名: like(/^.{1,40}$/u),
  フリガナ: like(/^[ァ-ヶー ]{1,40}$/u),
  住所: like(/^みほん市.{1,56}$/u),
  // Mobile and IP numbers have 11 digits, the others 10.
  電話番号: like(/^(03-0000|0[25-9]0-0000|(?!0[25-9]0)0[1-9]\d-000)-\d{4}$/u),
  郵便番号: like(/^\d{7}$/u),
  担当所属: like(/^\d{6}$/u),
  代表者: (value, all) => (value === "") === (all["区分"] === "個人"),
};

function faultsOf(values: Values): string[] {
  return Object.entries(rules)
    .filter(([name, rule]) => !rule(values[name] ?? "", values))
    .map(([name]) => name);
}

describe("seeded truth", () => {
  it("holds the rules of the process in a thousand records", () => {
    const faulty = freshRecords(3, 1000)
      .map(faultsOf)
      .filter((f) => f.length > 0);
    expect(faulty).toEqual([]);
  });

  it("is the same for the same seed and another for the next", () => {
    expect(freshRecords(7, 3)).toEqual(freshRecords(7, 3));
    expect(freshRecords(7, 1)).not.toEqual(freshRecords(8, 1));
  });

  it.each([
    ["ミホン タロウ", "ﾐﾎﾝ ﾀﾛｳ"],
    ["ショウジ リュウノスケ", "ｼﾖｳｼﾞ ﾘﾕｳﾉｽｹ"],
    ["サービス", "ｻ-ﾋﾞｽ"],
    ["ハットリ", "ﾊﾂﾄﾘ"],
    ["パンプス・ヴァン", "ﾊﾟﾝﾌﾟｽ ｳﾞｱﾝ"],
  ])("writes %s as %s in an account", (kana, account) => {
    expect(accountKana(kana)).toBe(account);
  });

  it("knows the check digits of the domain samples", () => {
    const samples = ["8999999000001", "7999999000002", "6999999000003", "5999999000004"];
    expect(samples.filter((s) => !rightNumber(s))).toEqual([]);
    expect(rightNumber("8999999000011")).toBe(false);
  });
});

describe("the committed tray", () => {
  it("has enough pages, kinds of file, fonts and qualities, in at most 8 MB", () => {
    const files = readdirSync(join(folder, "2026-11-20"));
    expect(truth.length).toBeGreaterThanOrEqual(26);
    expect(new Set(files.map((f) => f.split(".").at(-1)))).toEqual(
      new Set(["png", "jpg", "tif", "pdf"]),
    );
    expect(new Set(forms.map((t) => t.font)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(forms.map((t) => t.quality)).size).toBeGreaterThanOrEqual(4);
    const size = files.reduce((n, f) => n + statSync(join(folder, "2026-11-20", f)).size, 0);
    expect(size).toBeLessThan(8_000_000);
  });

  it("tells the truth of every page of every file", async () => {
    const pages = new Map<string, number>();
    for (const t of truth) pages.set(t.file, Math.max(pages.get(t.file) ?? 0, t.page));
    const files = readdirSync(join(folder, "2026-11-20")).map((f) => `2026-11-20/${f}`);
    expect(files.sort()).toEqual([...pages.keys()].sort());
    const counted = await Promise.all(files.map((f) => countPages(join(folder, f))));
    expect(counted).toEqual(files.map((f) => pages.get(f)));
  });

  it("names every field of the form and no other", () => {
    const names = form.fields.map((f) => f.name).sort();
    for (const t of forms) expect(Object.keys(t.values).sort(), t.file).toEqual(names);
  });

  it("breaks rules only where it says so", () => {
    const broken = forms
      .filter((t) => t.expect !== "return")
      .map((t) => [t.file, t.page, faultsOf(t.values)] as const)
      .filter(([, , faults]) => faults.length > 0);
    expect(broken).toEqual([]);
  });

  it("holds the awkward pages", () => {
    const returned = truth.filter((t) => t.expect === "return");
    expect(returned.filter((t) => t.kind === "form").map((t) => faultsOf(t.values))).toEqual([
      ["法人番号"],
      ["申請区分"],
      [],
    ]);
    expect(returned.filter((t) => t.kind !== "form").map((t) => t.kind)).toEqual([
      "blank",
      "foreign",
    ]);
    expect(truth.filter((t) => t.expect === "ask").every((t) => t.note !== "")).toBe(true);
  });

  it("holds one account twice, and only one", () => {
    const keys = forms.map((t) =>
      ["金融機関コード", "支店コード", "預金種別", "口座番号"].map((k) => t.values[k]).join("-"),
    );
    expect(keys.length - new Set(keys).size).toBe(1);
  });
});

async function countPages(path: string): Promise<number> {
  if (path.endsWith(".pdf")) return (await PDFDocument.load(readFileSync(path))).getPageCount();
  return (await sharp(path, { pages: -1 }).metadata()).pages ?? 1;
}

describe("the generator", () => {
  it("has at least three fonts wherever it runs", () => {
    expect(sampleFonts.length).toBeGreaterThanOrEqual(3);
  });

  it("makes grey pages that carry their resolution, the same for the same seed", async () => {
    const [font] = sampleFonts;
    const [page] = await cleanPages(form, freshRecords(1, 1), { valueFont: font?.file ?? "" });
    if (!page) throw new Error("no page");
    for (const quality of ["clean", "jpeg60", "fax200"] as const) {
      const made = await distort(page, quality, 4);
      const { channels, isPalette, width, density, format } = await sharp(made.bytes).metadata();
      expect(isPalette || channels === 1, quality).toBe(true);
      expect(Math.abs((width / (density ?? 0)) * 25.4 - 210)).toBeLessThan(0.6);
      expect(format).toBe({ png: "png", jpg: "jpeg", tif: "tiff" }[made.extension]);
    }
    const [a, b] = [await distort(page, "fax200", 9), await distort(page, "fax200", 9)];
    expect(a.bytes.equals(b.bytes)).toBe(true);
  }, 60_000);
});
