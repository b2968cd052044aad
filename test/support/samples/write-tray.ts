/** Renders the sample tray into files with truth.json beside them. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { type Form, parseForm } from "../../../ocr/index.ts";
import { distort, faxLines, faxTiff, type SampleFile, turn } from "./distort.ts";
import { sampleFont } from "./fonts.ts";
import { blot, cleanPages, seal } from "./render-page.ts";
import { seeded } from "./seeded.ts";
import { type FormSheet, type Sheet, type TrayFile, tray, trayDay } from "./tray.ts";
import type { TruthRecord } from "./truth-record.ts";

/** One page of truth.json. */
export interface TruthPage {
  readonly file: string;
  /** From 1. */
  readonly page: number;
  readonly kind: "form" | "blank" | "foreign";
  readonly values: TruthRecord;
  readonly expect: "enter" | "ask" | "return";
  readonly font: string | null;
  readonly quality: string;
  readonly note: string;
}

/** Writes the tray under `folder` (emptied first): `<day>/` with the pages, and truth.json. */
export async function writeTray(form: Form, folder: string): Promise<TruthPage[]> {
  const day = join(folder, trayDay);
  await rm(day, { recursive: true, force: true });
  await mkdir(day, { recursive: true });
  const truth: TruthPage[] = [];
  for (const file of tray) {
    const { bytes, extension } = await trayFile(form, file);
    const name = `${file.name}.${extension}`;
    await writeFile(join(day, name), bytes);
    truth.push(...file.sheets.map((sheet, i) => truthPage(sheet, name, i + 1)));
  }
  await writeFile(join(folder, "truth.json"), `${JSON.stringify(truth, null, 2)}\n`);
  return truth;
}

function truthPage(sheet: Sheet, file: string, page: number): TruthPage {
  const form = sheet.kind === "form" ? sheet : null;
  return {
    file: `${trayDay}/${file}`,
    page,
    kind: sheet.kind,
    values: form ? { ...form.record, ...form.reading } : {},
    expect: sheet.expect,
    font: form?.font ?? null,
    quality: sheet.quality,
    note: sheet.note,
  };
}

async function trayFile(
  form: Form,
  file: TrayFile,
): Promise<{ bytes: Uint8Array; extension: string }> {
  if (file.container === "fax") return { bytes: await faxFile(form, file), extension: "tif" };
  const pages: SampleFile[] = [];
  for (const sheet of file.sheets) {
    pages.push(await distort(await cleanSheet(form, sheet), sheet.quality, sheet.seed));
  }
  const [first] = pages;
  if (file.container === "image" && first) return first;
  return { bytes: await pdfOf(pages), extension: "pdf" };
}

async function faxFile(form: Form, file: TrayFile): Promise<Buffer> {
  const pages = [];
  for (const sheet of file.sheets) {
    pages.push(await faxLines(await cleanSheet(form, sheet), seeded(sheet.seed)));
  }
  return faxTiff(pages);
}

async function cleanSheet(form: Form, sheet: Sheet): Promise<Buffer> {
  if (sheet.kind !== "form") return sheet.kind === "blank" ? blankPage() : foreignPage();
  const [page] = await cleanPages(form, [sheet.record], { valueFont: sampleFont(sheet.font).file });
  if (!page) throw new RangeError("a record gives a page");
  return withMishap(form, sheet, page);
}

function withMishap(form: Form, sheet: FormSheet, page: Buffer): Promise<Buffer> | Buffer {
  const boxes = form.layout.zones["口座番号"]?.boxes ?? [];
  const [first, last] = [boxes[1], boxes[6]];
  const name = form.layout.zones["氏名"]?.area;
  switch (sheet.mishap) {
    case "blot":
      if (!first || !last) throw new RangeError("the form has no boxes to blot");
      return blot(page, { ...first, width: last.x - first.x }, sheet.seed);
    case "seal":
      if (!name) throw new RangeError("the form has no name to seal");
      return seal(page, { x: name.x + 17, y: name.y + name.height / 2, diameter: 12 });
    case "upside-down":
      return turn(page, 180);
    case "none":
      return page;
  }
}

function blankPage(): Promise<Buffer> {
  const paper = { width: 2480, height: 3508, channels: 3 as const, background: "#fff" };
  return sharp({ create: paper }).toColourspace("b-w").png().toBuffer();
}

const foreignYaml = `版: 1
様式番号: KAIGI-07
様式の版: 1
題名: 会議室使用届
宛先: みほん市総務課長
前書き: 次のとおり会議室を使用します。
項目:
  - {名前: 使用日, 種類: 文字}
  - {名前: 会議室, 種類: 文字}
  - {名前: 使用者, 種類: 氏名}
  - {名前: 人数, 種類: 文字}
  - {名前: 用件, 種類: 文字}
配置:
  - 行: [使用日, 会議室]
  - 行: [使用者, 人数]
  - 行: 用件
    高さ: 高い
  - 注意:
      - 使用後は机といすを元に戻してください。
  - 処理欄: 総務課処理欄
    欄: [受付, 許可]
`;

/** Another office's form: no corner squares, no QR code of ours. */
async function foreignPage(): Promise<Buffer> {
  const parsed = parseForm(foreignYaml, "foreign.yaml");
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join());
  const { layout } = parsed.value;
  const bare = {
    ...layout,
    drawing: layout.drawing.filter((d) => d.kind !== "fill"),
    qr: { x: 300, y: 10, width: 20, height: 20 },
  };
  const values = {
    使用日: "令和8年11月26日",
    会議室: "第2会議室",
    使用者: "見本 花子",
    人数: "12人",
    用件: "年末調整の事務説明会",
  };
  const [page] = await cleanPages({ ...parsed.value, layout: bare }, [values], {});
  if (!page) throw new RangeError("a record gives a page");
  return page;
}

async function pdfOf(pages: readonly SampleFile[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const { bytes } of pages) {
    const image = await pdf.embedJpg(bytes);
    const page = pdf.addPage([595.28, 841.89]);
    page.drawImage(image, { x: 0, y: 0, width: 595.28, height: 841.89 });
  }
  return pdf.save();
}
