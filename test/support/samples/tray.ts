/** What lies in the sample tray: the committed pages with their truth, the ordinary and the awkward ones. */
import type { Quality } from "./distort.ts";
import { corporateNumber, type TruthRecord, truthRecord } from "./truth-record.ts";

/** What should become of a page: entered, shown to a person first, or sent back without entry. */
export type Expectation = "enter" | "ask" | "return";

/** What is done to a page besides its quality. */
export type Mishap = "none" | "blot" | "seal" | "upside-down";

export interface FormSheet {
  readonly kind: "form";
  readonly font: string;
  readonly quality: Quality;
  readonly seed: number;
  readonly mishap: Mishap;
  /** As printed. */
  readonly record: TruthRecord;
  /** Where the right reading differs from what is printed. */
  readonly reading: TruthRecord;
  readonly expect: Expectation;
  readonly note: string;
}

export interface OtherSheet {
  readonly kind: "blank" | "foreign";
  readonly quality: Quality;
  readonly seed: number;
  readonly expect: Expectation;
  readonly note: string;
}

export type Sheet = FormSheet | OtherSheet;

/** A file of the tray with its pages in order. */
export interface TrayFile {
  readonly name: string;
  readonly container: "image" | "fax" | "pdf";
  readonly sheets: readonly Sheet[];
}

const [ud, um, mplus, zen] = ["BIZ UDGothic", "BIZ UDMincho", "M PLUS 1p", "Zen Old Mincho"];

type Wanted = Partial<Omit<FormSheet, "kind">> & { readonly change?: TruthRecord };

function sheet(seed: number, font: string, quality: Quality, wanted: Wanted = {}): FormSheet {
  const record = { ...(wanted.record ?? truthRecord(seed)), ...wanted.change };
  return {
    kind: "form",
    font,
    quality,
    seed,
    mishap: wanted.mishap ?? "none",
    record,
    reading: wanted.reading ?? {},
    expect: wanted.expect ?? "enter",
    note: wanted.note ?? "",
  };
}

/** The first seed from `from` whose record is of a 区分 (個人, 法人, 団体). */
function seedOf(kind: string, from: number): number {
  for (let seed = from; seed < from + 1000; seed++) {
    if (truthRecord(seed)["区分"] === kind) return seed;
  }
  throw new RangeError(`no record of ${kind} after seed ${from}`);
}

const company = seedOf("法人", 2101);
const twin = seedOf("個人", 2300);
const numbered = truthRecord(seedOf("法人", 2400));

/** 法人番号 whose third digit has been misprinted: the check digit tells. */
function misprinted(): TruthRecord {
  const right = corporateNumber("999912345678");
  const wrong = `${right.slice(0, 8)}${(Number(right[8]) + 1) % 9}${right.slice(9)}`;
  return { 法人番号: wrong, 登録番号: `T${wrong}` };
}

const domainSample: TruthRecord = {
  区分: "法人",
  氏名: "株式会社みほん電設",
  フリガナ: "カブシキガイシャ ミホンデンセツ",
  代表者: "代表取締役 見本 太郎",
  法人番号: "8999999000001",
  登録番号: "T8999999000001",
  金融機関コード: "0999",
  金融機関名: "見本銀行",
  支店コード: "012",
  支店名: "本店営業部",
  預金種別: "普通",
  口座番号: "0123456",
  口座名義カナ: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ",
  源泉対象: "",
};

const images: readonly TrayFile[] = [
  sheet(2001, ud, "clean", { change: domainSample, note: "domain.md P1 の正しい例" }),
  sheet(2002, um, "clean"),
  sheet(2003, mplus, "skew"),
  sheet(2004, zen, "skew"),
  sheet(2005, ud, "jpeg60"),
  sheet(2006, um, "jpeg60"),
  sheet(2007, mplus, "blur"),
  sheet(2008, ud, "bad200"),
  sheet(twin, ud, "clean"),
  sheet(2010, zen, "clean", {
    mishap: "seal",
    expect: "ask",
    note: "氏名の最後の字に印影がかかる",
  }),
  sheet(2011, um, "skew", { mishap: "upside-down", note: "上下逆に読み込んだ紙" }),
  sheet(company, mplus, "clean", {
    record: numbered,
    change: misprinted(),
    expect: "return",
    note: "法人番号の検査数字が違う",
  }),
  sheet(2013, ud, "skew", {
    change: {
      区分: "個人",
      氏名: "見本 翔",
      フリガナ: "ミホン ショウ",
      口座名義カナ: "ﾐﾎﾝ ｼｮｳ",
      代表者: "",
      法人番号: "",
      登録番号: "",
    },
    reading: { 口座名義カナ: "ﾐﾎﾝ ｼﾖｳ" },
    expect: "ask",
    note: "口座名義に小さいョ。大きいヨに直して読んでよいが、人が確かめる",
  }),
  sheet(2014, um, "clean", {
    change: { 申請区分: "変更" },
    expect: "return",
    note: "変更申請。新規登録の対象外",
  }),
  sheet(2015, mplus, "jpeg60", {
    mishap: "blot",
    expect: "ask",
    note: "口座番号がインクで読めない（真の値は人にしか分からない）",
  }),
].map((s, i) => ({
  name: `scan-${String(i + 1).padStart(2, "0")}`,
  container: "image",
  sheets: [s],
}));

const fax: TrayFile = {
  name: "fax-01",
  container: "fax",
  sheets: [
    sheet(2021, ud, "fax200"),
    sheet(2022, um, "fax200"),
    sheet(2023, mplus, "fax200"),
    sheet(2024, ud, "fax200"),
    {
      kind: "blank",
      quality: "fax200",
      seed: 2025,
      expect: "return",
      note: "白紙（汚れだけ）",
    },
    sheet(2026, zen, "fax200"),
  ],
};

const scanned: TrayFile = {
  name: "scan-all",
  container: "pdf",
  sheets: [
    sheet(2031, um, "scan200"),
    sheet(2032, mplus, "scan200"),
    sheet(twin, ud, "bad200", {
      expect: "return",
      note: "scan-09.png と同じ申請書を読み込み直したもの（口座の重複）",
    }),
    sheet(2034, zen, "scan200"),
    {
      kind: "foreign",
      quality: "scan200",
      seed: 2035,
      expect: "return",
      note: "ほかの様式（会議室使用届）",
    },
    sheet(2036, ud, "bad200"),
    sheet(2037, um, "scan200"),
    sheet(2038, mplus, "bad200"),
  ],
};

export const tray: readonly TrayFile[] = [...images, fax, scanned];
export const trayDay = "2026-11-20";
