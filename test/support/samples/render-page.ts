/** The sample generator's front door: a record and a seed become the file of one scanned page. */
import sharp from "sharp";
import { type Form, type MmBox, type PrintOptions, printForm } from "../../../ocr/index.ts";
import { rasterize, scanDpi } from "./raster.ts";
import { seeded } from "./seeded.ts";
import { type TruthRecord, truthRecord } from "./truth-record.ts";

/** Clean grey PNGs at 300 dpi, one per record; printing many at once saves loading the fonts each time. */
export async function cleanPages(
  form: Form,
  records: readonly TruthRecord[],
  options: PrintOptions,
): Promise<Buffer[]> {
  return rasterize(await printForm(form, records, options));
}

/** Endless seeded records: `freshRecords(7, 100)` shares none with another seed below a million. */
export function freshRecords(seed: number, count: number): TruthRecord[] {
  return Array.from({ length: count }, (_, i) => truthRecord(seed * 1_000_003 + i));
}

const px = (millimetres: number): number => Math.round((millimetres / 25.4) * scanDpi);

/** Ink spilt over a box of the page, so that nobody can read what stands there. */
export async function blot(page: Buffer, box: MmBox, seed: number): Promise<Buffer> {
  const chance = seeded(seed);
  const [width, height] = [px(box.width), px(box.height)];
  const drops = Array.from({ length: 60 }, () => {
    const radius = px(1.2 + 2.2 * chance.next());
    return `<circle cx="${chance.whole(width)}" cy="${chance.whole(height)}" r="${radius}" fill="#080808"/>`;
  });
  return overlay(page, box, drops.join(""));
}

/** A round seal (印影) of grey ink, `diameter` mm wide, with its centre at a point of the page. */
export async function seal(
  page: Buffer,
  at: { readonly x: number; readonly y: number; readonly diameter: number },
): Promise<Buffer> {
  const size = px(at.diameter);
  const half = size / 2;
  const ring = `<circle cx="${half}" cy="${half}" r="${half - 6}" fill="none" stroke="#777" stroke-width="7"/>`;
  const strokes = [0.3, 0.5, 0.7].map(
    (y) =>
      `<path d="M${half * 0.5} ${size * y} H${half * 1.5}" stroke="#777" stroke-width="7" fill="none"/>`,
  );
  const stem = `<path d="M${half} ${size * 0.2} V${size * 0.8}" stroke="#777" stroke-width="7"/>`;
  const box = {
    x: at.x - at.diameter / 2,
    y: at.y - at.diameter / 2,
    width: at.diameter,
    height: at.diameter,
  };
  return overlay(page, box, ring + strokes.join("") + stem);
}

async function overlay(page: Buffer, box: MmBox, shapes: string): Promise<Buffer> {
  const [width, height] = [px(box.width), px(box.height)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`;
  const layer = { input: Buffer.from(svg), left: px(box.x), top: px(box.y) };
  const mixed = await sharp(page)
    .toColourspace("srgb")
    .composite([{ ...layer, blend: "multiply" }])
    .png()
    .toBuffer();
  return sharp(mixed).toColourspace("b-w").withDensity(scanDpi).png().toBuffer();
}
