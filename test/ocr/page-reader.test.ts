/** A whole page from file to fields, with the shipped readers on one page and with fakes for the rest. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Readers } from "../../ocr/engines/ocr-engine.ts";
import { createPageReader, type Form, parseForm, printForm } from "../../ocr/index.ts";
import { crashingEngine, readersOf, recordedEngine } from "../support/ocr-engines.ts";
import { sampleCompany } from "../support/sample-company.ts";

const masters = {
  "店舗/金融機関名": ["見本銀行", "例示信用金庫"],
  "店舗/支店名": ["本店営業部", "駅前支店"],
};

const record = {
  申請区分: "新規",
  申請日: "2026-11-02",
  ...sampleCompany,
  担当所属: "010203",
  代表者: "",
  源泉対象: "対象",
};

let folder = "";
let form: Form;
let file = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-page-"));
  const yaml = "scenarios/library/creditor-account/form.yaml";
  const parsed = parseForm(await readFile(yaml, "utf8"), yaml);
  if (!parsed.ok) throw new RangeError("form.yaml");
  form = parsed.value;
  file = join(folder, "page.pdf");
  await writeFile(file, await printForm(form, [record], { qrExtras: ["2026-0001"] }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a clean page", () => {
  it("gives every field, and what is accepted is right", { timeout: 120_000 }, async () => {
    const reader = await createPageReader();
    const page = await reader.readPage(file, 1, [form], masters);
    await reader.close();
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    expect(page).toMatchObject({
      page: 1,
      formId: "SAIKEN-01",
      formVersion: 1,
      qrExtra: "2026-0001",
    });
    const read = Object.fromEntries(Object.entries(page.fields).map(([n, f]) => [n, f.value]));
    expect(read).toEqual(record);
    const asked = Object.entries(page.fields).flatMap(([n, f]) => (f.accepted ? [] : [n]));
    expect(asked).toEqual([]);
    const account = page.fields["口座番号"];
    expect(account?.readers.slice(0, 2).map((r) => r.name)).toEqual([
      "tesseract/eng-best",
      "buka-glyphs",
    ]);
    expect(account?.charConfidences).toHaveLength(7);
    // The picture is the page at its stated resolution, and boxes lie on it.
    const { width, height } = await sharp(page.image).metadata();
    expect({ width, height, dpi: page.dpi }).toEqual({ width: 1654, height: 2339, dpi: 200 });
    expect((account?.box?.x ?? 0) + (account?.box?.width ?? 9999)).toBeLessThan(width);
  });
});

const fakes = (readers: Readers) => createPageReader({ readers: () => Promise.resolve(readers) });
const digits = recordedEngine("digits", ["0"]);

describe("a page with a 個人番号", () => {
  it("is refused whole: no values, and black where it stood", async () => {
    const text = recordedEngine("text", ["個人番号 1234 5678 9018"]);
    const reader = await fakes(readersOf([digits, digits], [text, text]));
    const page = await reader.readPage(file, 1, [form], masters);
    expect(page).toMatchObject({ kind: "private-number", page: 1, reason: { code: "OCR037" } });
    expect(JSON.stringify(page)).not.toContain("9018");
    expect(page).not.toHaveProperty("image");
    expect(page).not.toHaveProperty("fields");
    if (page.kind === "form") throw new RangeError("a page with a number is no form");
    // The fake reads the number in every field of text, so every such field is black in the picture that may be kept.
    const { data, info } = await sharp(page.masked).raw().toBuffer({ resolveWithObject: true });
    const area = form.layout.zones["氏名"]?.area;
    const px = (mm: number): number => Math.round((mm * (page.dpi ?? 0)) / 25.4);
    const row = px((area?.y ?? 0) + (area?.height ?? 0) / 2);
    const written = data.subarray(
      (row * info.width + px(area?.x ?? 0)) * info.channels,
      (row * info.width + px((area?.x ?? 0) + (area?.width ?? 0))) * info.channels,
    );
    expect(written.length).toBeGreaterThan(500);
    expect(written.every((v) => v === 0)).toBe(true);
  });
});

describe("a reader that breaks", () => {
  it("is a retryable error, never a wrong value", async () => {
    const broken = crashingEngine();
    const reader = await fakes(readersOf([broken, broken], [broken, broken]));
    await expect(reader.readPage(file, 1, [form], masters)).rejects.toMatchObject({
      code: "OCR013",
      retryable: true,
    });
  });

  it("that cannot be started is tried again with the next page", async () => {
    let starts = 0;
    const reader = await createPageReader({
      readers: () => {
        starts++;
        return Promise.reject(new RangeError("no memory"));
      },
    });
    await expect(reader.readPage(file, 1, [form], masters)).rejects.toThrow();
    await expect(reader.readPage(file, 1, [form], masters)).rejects.toThrow();
    expect(starts).toBe(2);
  });
});
