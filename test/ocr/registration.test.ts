/** Which form a page is and how it lies: turned, skewed, foreign, blank, or not to be trusted. */
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Grey } from "../../ocr/image/grey.ts";
import { apply } from "../../ocr/image/homography.ts";
import { type Form, parseForm, printForm } from "../../ocr/index.ts";
import { openPdf } from "../../ocr/intake/pdf-pages.ts";
import { registerPage } from "../../ocr/registration/register-page.ts";

let form: Form;
let page: Grey;

beforeAll(async () => {
  const file = "scenarios/library/creditor-account/form.yaml";
  const parsed = parseForm(await readFile(file, "utf8"), file);
  if (!parsed.ok) throw new RangeError("form.yaml");
  form = parsed.value;
  page = await print(form);
});

async function print(of: Form): Promise<Grey> {
  const source = await openPdf(await printForm(of, [], { qrExtras: ["2026-0001"] }), "form.pdf");
  const picture = await source.render(1);
  source.close();
  return picture;
}

const raw = (g: Grey) =>
  sharp(Buffer.from(g.data), { raw: { width: g.width, height: g.height, channels: 1 } });

async function turned(g: Grey, degrees: number): Promise<Grey> {
  const { data, info } = await raw(g)
    .rotate(degrees, { background: "#fff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

/** White paint over a box of the form (mm). */
function without(g: Grey, box: { x: number; y: number; width: number; height: number }): Grey {
  const data = new Uint8Array(g.data);
  const px = (mm: number): number => Math.round((mm * g.width) / 210);
  for (let y = px(box.y - 1); y < px(box.y + box.height + 1); y++) {
    data.fill(255, y * g.width + px(box.x - 1), y * g.width + px(box.x + box.width + 1));
  }
  return { ...g, data };
}

describe("a printed form", () => {
  it.each([0, 1.8, -1.8, 90, 180, 181.5, 270])("is found when it lies at %s°", async (degrees) => {
    const scan = degrees === 0 ? page : await turned(page, degrees);
    const found = await registerPage(scan, [form]);
    if (found.kind !== "form") throw new RangeError(found.reason.message);
    expect(found.label).toMatchObject({ formId: "SAIKEN-01", version: 1, extra: "2026-0001" });
    // The plane is right when the middle of the paper maps onto the middle of the scan.
    const middle = apply(found.toPage, { x: 105, y: 148.5 });
    expect(Math.abs(middle.x - scan.width / 2)).toBeLessThan(6);
    expect(Math.abs(middle.y - scan.height / 2)).toBeLessThan(6);
  });

  it("is not read by another form's measures", async () => {
    const other = { ...form, id: "SEIKYU-02" };
    expect(await registerPage(page, [other])).toMatchObject({
      kind: "foreign",
      reason: { code: "OCR032" },
    });
    const found = await registerPage(page, [other, form]);
    expect(found.kind === "form" && found.form.id).toBe("SAIKEN-01");
  });

  it("whose fields stood elsewhere when it was printed goes to a person", async () => {
    const { 電話番号: phone, 郵便番号: code, ...rest } = form.layout.zones;
    if (!phone || !code) throw new RangeError("zones");
    const swapped = { ...form.layout, zones: { ...rest, 電話番号: code, 郵便番号: phone } };
    expect(await registerPage(page, [{ ...form, layout: swapped }])).toMatchObject({
      kind: "unreadable",
      reason: { code: "OCR042" },
    });
  });

  it("of another version goes to a person", async () => {
    const next = { ...form, version: 2 };
    expect(await registerPage(page, [next])).toMatchObject({
      kind: "unreadable",
      reason: { code: "OCR033" },
    });
  });

  it("with a corner cut off is not guessed at", async () => {
    const scan = without(page, form.layout.markers[2]);
    expect(await registerPage(scan, [form])).toMatchObject({
      kind: "unreadable",
      reason: { code: "OCR035" },
    });
  });

  it("whose QR code does not stand where the corners say is not guessed at", async () => {
    const moved = { ...form.layout, qr: { ...form.layout.qr, x: form.layout.qr.x - 3 } };
    const found = await registerPage(page, [{ ...form, layout: moved }]);
    expect(found).toMatchObject({ kind: "unreadable", reason: { code: "OCR036" } });
  });

  it("with a folded corner is not guessed at", async () => {
    const corner = form.layout.markers[2];
    const scan = without(page, corner);
    const px = (mm: number): number => Math.round((mm * page.width) / 210);
    for (let y = px(corner.y - 14); y < px(corner.y - 9); y++) {
      scan.data.fill(0, y * page.width + px(corner.x + 2), y * page.width + px(corner.x + 7));
    }
    expect(await registerPage(scan, [form])).toMatchObject({
      kind: "unreadable",
    });
  });
});

describe("another page", () => {
  it("without anything on it is blank", async () => {
    const blank = { ...page, data: new Uint8Array(page.data.length).fill(250) };
    expect(await registerPage(blank, [form])).toMatchObject({
      kind: "blank",
      reason: { code: "OCR030" },
    });
  });

  it("without our QR code is foreign", async () => {
    const scan = without(page, form.layout.qr);
    expect(await registerPage(scan, [form])).toMatchObject({
      kind: "foreign",
      reason: { code: "OCR031" },
    });
  });
});
