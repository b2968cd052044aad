/** What scanners, fax machines and telephones deliver: turned, squeezed, photographed, with a text layer. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AskReason } from "../../core/index.ts";
import type { Grey } from "../../ocr/image/grey.ts";
import { type Form, parseForm, printForm } from "../../ocr/index.ts";
import { openFile } from "../../ocr/intake/open-file.ts";
import type { PageWord } from "../../ocr/intake/text-layer.ts";
import { registerPage } from "../../ocr/registration/register-page.ts";
import { ask } from "../../ocr/types/ask-reasons.ja.ts";
import { blankDraft, type FieldDraft } from "../../ocr/types/field-draft.ts";
import { lookAtTextLayer } from "../../ocr/types/text-layer-look.ts";
import { photograph } from "../support/samples/photo.ts";
import { plainLook, type TiffLook, tiffFile } from "../support/samples/tiff-file.ts";

let folder = "";
let form: Form;
let page: Grey;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-paper-"));
  const yaml = "scenarios/library/creditor-account/form.yaml";
  const parsed = parseForm(await readFile(yaml, "utf8"), yaml);
  if (!parsed.ok) throw new RangeError("form.yaml");
  form = parsed.value;
  page = await rendered("form.pdf", await printForm(form, []));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kept(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function rendered(name: string, bytes: Uint8Array, number = 1): Promise<Grey> {
  const source = await openFile(await kept(name, bytes));
  try {
    return await source.render(number);
  } finally {
    source.close();
  }
}

const raw = (g: Grey) =>
  sharp(Buffer.from(g.data), { raw: { width: g.width, height: g.height, channels: 1 } });

async function scaled(g: Grey, width: number, height: number): Promise<Grey> {
  const { data } = await raw(g)
    .resize(width, height, { fit: "fill" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width, height };
}

const fax = (dpi: readonly [number, number], more: Partial<TiffLook> = {}): TiffLook => ({
  ...plainLook,
  compression: 3,
  dpi,
  ...more,
});

describe("a fax", () => {
  it.each([
    { name: "standard", width: 1728, height: 1145, look: fax([204, 98]) },
    { name: "fine", width: 1728, height: 2291, look: fax([204, 196]) },
    { name: "white is one", width: 1728, height: 1145, look: fax([204, 98], { photometric: 1 }) },
    {
      name: "bits from the right",
      width: 1728,
      height: 1145,
      look: fax([204, 98], { fillOrder: 2 }),
    },
    {
      name: "lines without ends",
      width: 1728,
      height: 1145,
      look: fax([204, 98], { compression: 2 }),
    },
    { name: "big endian", width: 1728, height: 1145, look: fax([204, 98], { bigEndian: true }) },
    { name: "not coded", width: 1728, height: 1145, look: fax([204, 98], { compression: 1 }) },
  ])("$name is read with square pixels, black on white", async ({ name, width, height, look }) => {
    const lines = await scaled(page, width, height);
    const got = await rendered(`${name}.tif`, tiffFile([lines], look));
    expect(got.width / got.height).toBeCloseTo(page.width / page.height, 1);
    expect(await registerPage(got, [form])).toMatchObject({ kind: "form" });
  });
});

describe("a telephone's photograph", () => {
  it.each([
    { name: "tilted", look: { tilt: 0.16, turn: -9, shade: 0.5, size: 1700 } },
    {
      name: "turned by EXIF",
      look: { tilt: 0.1, turn: 5, shade: 0.4, size: 1700, orientation: 6 as const },
    },
  ])("$name is found on its table and lies flat", async ({ name, look }) => {
    const png = await raw(page).png().toBuffer();
    const source = await openFile(await kept(`${name}.jpg`, await photograph(png, look, 5)));
    const flat = await source.render(1);
    expect(Math.max(flat.width, flat.height) / Math.min(flat.width, flat.height)).toBeCloseTo(
      Math.SQRT2,
      2,
    );
    expect(await registerPage(flat, [form])).toMatchObject({ kind: "form" });
    // How coarse the photograph was is not hidden by its size.
    expect(source.scanned?.longSide).toBeLessThan(1700);
  });

  it("that cuts a corner off is not guessed at", async () => {
    const png = await raw(page).png().toBuffer();
    const photo = await photograph(png, { tilt: 0.1, turn: 24, shade: 0.2, size: 1700 }, 6);
    const flat = await rendered(
      "cut.jpg",
      await sharp(photo).extract({ left: 200, top: 0, width: 1075, height: 1700 }).toBuffer(),
    );
    expect((await registerPage(flat, [form])).kind).not.toBe("form");
  });

  it("is not seen in a plain page; a copier's black rim does no harm", async () => {
    const plain = await rendered("plain.png", await raw(page).png().toBuffer());
    expect(Buffer.compare(plain.data, page.data)).toBe(0);
    const rim = await raw(page)
      .extend({ left: 60, top: 90, bottom: 0, right: 0, background: "#111" })
      .png()
      .toBuffer();
    expect(await registerPage(await rendered("rim.png", rim), [form])).toMatchObject({
      kind: "form",
    });
  });
});

describe("a turned page", () => {
  it.each([90, 180, 270])("is found when the PDF says %s degrees", async (angle) => {
    const pdf = await PDFDocument.load(await printForm(form, []));
    pdf.getPage(0).setRotation(degrees(angle));
    const got = await rendered(`turned${angle}.pdf`, await pdf.save());
    expect(await registerPage(got, [form])).toMatchObject({ kind: "form" });
  });
});

const westernForm = `版: 1
様式番号: NOHIN-01
様式の版: 1
題名: 納品書
項目:
  - 名前: 納品日
    種類: 西暦日付
配置:
  - 行: 納品日
`;

describe("the text layer of a PDF", () => {
  const values = {
    氏名: "株式会社みほん電設",
    郵便番号: "3300063",
    申請日: "2026-11-02",
    登録番号: "T8999999000001",
  };

  async function layered(angle: number) {
    const pdf = await PDFDocument.load(await printForm(form, [values]));
    pdf.getPage(0).setRotation(degrees(angle));
    const source = await openFile(await kept(`layer${angle}.pdf`, await pdf.save()));
    const found = await registerPage(await source.render(1), [form]);
    if (found.kind !== "form") throw new RangeError(found.reason.message);
    return { words: await source.words(1), form, toPage: found.toPage };
  }

  const draft = (value: string, reasons: readonly AskReason[] = []): FieldDraft => ({
    ...blankDraft(reasons),
    value,
  });

  it.each([0, 90])("confirms what is seen, also on a page turned by %s degrees", async (angle) => {
    const seen = new Map(Object.entries(values).map(([n, v]) => [n, draft(v, [ask("unsure")])]));
    const looked = lookAtTextLayer(seen, await layered(angle));
    for (const [name, value] of Object.entries(values)) {
      expect(looked.get(name), name).toMatchObject({
        value,
        reasons: [],
        candidates: [{ value, reader: { name: "pdf/text" } }],
      });
    }
  });

  it("confirms a date of the western calendar, too", async () => {
    const parsed = parseForm(westernForm, "form.yaml");
    if (!parsed.ok) throw new RangeError("form.yaml");
    const pdf = await printForm(parsed.value, [{ 納品日: "2026-11-02" }]);
    const source = await openFile(await kept("western.pdf", pdf));
    const found = await registerPage(await source.render(1), [parsed.value]);
    if (found.kind !== "form") throw new RangeError(found.reason.message);
    const layer = { words: await source.words(1), form: parsed.value, toPage: found.toPage };
    const seen = new Map([["納品日", draft("2026-11-02", [ask("unsure")])]]);
    expect(lookAtTextLayer(seen, layer).get("納品日")?.reasons).toEqual([]);
  });

  it("that says something else sends the field to a person", async () => {
    const seen = new Map([
      ["氏名", draft("株式会社みほん電気")],
      ["住所", draft("みほん市")],
    ]);
    const looked = lookAtTextLayer(seen, await layered(0));
    expect(looked.get("氏名")).toMatchObject({
      value: "株式会社みほん電気",
      reasons: [{ code: "text-layer" }],
      candidates: [{ value: "株式会社みほん電設" }],
    });
    // Where the layer is silent, nothing changes.
    expect(looked.get("住所")).toEqual(draft("みほん市"));
  });

  it("keeps doubts that no reader can settle, and finds a 個人番号 that nobody sees", async () => {
    const layer = await layered(0);
    const words = layer.words.map((w) => {
      const at = w.text.indexOf("株式会社");
      return at < 0 ? w : { ...w, ...spelt(w.letters, "123456789018") };
    });
    const seen = new Map([
      ["氏名", draft("", [])],
      ["郵便番号", draft("3300063", [ask("overflow")])],
    ]);
    const looked = lookAtTextLayer(seen, { ...layer, words });
    expect(looked.get("氏名")).toMatchObject({ private: true });
    expect(looked.get("郵便番号")?.reasons).toEqual([ask("overflow")]);
  });

  it("hidden behind a scan neither asks nor settles", async () => {
    const layer = await layered(0);
    const words = layer.words.map((w) => ({ ...w, visible: false }));
    const seen = new Map([
      ["氏名", draft("別の名前", [ask("unsure")])],
      ["郵便番号", draft("3300063", [ask("unsure")])],
    ]);
    const looked = lookAtTextLayer(seen, { ...layer, words });
    expect(looked.get("氏名")?.reasons).toEqual([ask("unsure")]);
    expect(looked.get("郵便番号")).toMatchObject({
      reasons: [{ code: "unsure" }],
      candidates: [{ reader: { name: "pdf/hidden-text" } }],
    });
  });
});

function spelt(letters: PageWord["letters"], text: string): Pick<PageWord, "letters" | "text"> {
  const [first] = letters;
  const at = first ?? { text: "", x: 0, y: 0 };
  return { text, letters: [...text].map((c) => ({ ...at, text: c })) };
}
