/** A page of our kit with handwriting in its boxes: signs of a font, each turned, sized and placed as a hand would. */
import sharp from "sharp";
import { type Form, type MmBox, parseForm, printForm } from "../../ocr/index.ts";
import { fontFace } from "./drawn-char.ts";
import { rasterize, scanDpi } from "./samples/raster.ts";
import { type Chance, seeded } from "./samples/seeded.ts";

/** 種類 with boxes, where it needs 枠 to have any. */
const boxed = { フリガナ: "カナ\n    枠: 15", 金額: "金額\n    枠: 9" } as const;

/** A form of these handwritten fields, by name. */
export function handForm(
  fields: Readonly<Record<string, keyof typeof boxed | "口座名義カナ" | "口座番号" | "日付">>,
): Form {
  const items = Object.entries(fields).map(([name, type]) => {
    const kind = type in boxed ? boxed[type as keyof typeof boxed] : type;
    return `  - 名前: ${name}\n    種類: ${kind}\n`;
  });
  const rows = Object.keys(fields).map((name) => `  - 行: ${name}\n`);
  const text = `版: 1\n様式番号: HAND-01\n様式の版: 1\n題名: 手書きの届\n記入: 手書き\n項目:\n${items.join("")}配置:\n${rows.join("")}`;
  const parsed = parseForm(text, "form.yaml");
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** The blank form at 300 dpi. */
export async function blankPage(form: Form): Promise<Buffer> {
  const [page] = await rasterize(await printForm(form, []));
  if (!page) throw new RangeError("a form has a page");
  return page;
}

/** The page with `values` (field name → one sign per box, a blank for an empty one) in a hand like that of the font. */
export async function writtenPage(
  blank: Buffer,
  hand: {
    readonly form: Form;
    readonly font: string;
    readonly seed: number;
    /** Em of the signs, as a share of the box. */
    readonly size?: number;
  },
  values: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const chance = seeded(hand.seed);
  const pen = { slope: spread(chance, 5), weight: 20 * chance.next() };
  const shapes: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const boxes = hand.form.layout.zones[name]?.boxes ?? [];
    for (const [i, sign] of [...value].entries()) {
      const box = boxes[i];
      if (box && sign.trim() !== "") shapes.push(await signIn(box, sign, { ...hand, chance, pen }));
    }
  }
  const { width, height } = await sharp(blank).metadata();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join("")}</svg>`;
  const mixed = await sharp(blank)
    .toColourspace("srgb")
    .composite([{ input: Buffer.from(svg), blend: "multiply" }])
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(mixed).toColourspace("b-w").withDensity(scanDpi).png().toBuffer();
}

interface Writing {
  readonly font: string;
  readonly size?: number;
  readonly chance: Chance;
  readonly pen: { readonly slope: number; readonly weight: number };
}

/** Between -by and by. */
const spread = (chance: Chance, by: number): number => (2 * chance.next() - 1) * by;

async function signIn(
  box: MmBox,
  sign: string,
  { font, size = 0.76, chance, pen }: Writing,
): Promise<string> {
  const face = await fontFace(font);
  const glyph = face.glyphForCodePoint(sign.codePointAt(0) ?? 0);
  if (glyph.id === 0) throw new RangeError(`${font} has no ${sign}`);
  const px = (mm: number): number => (mm / 25.4) * scanDpi;
  const em = Math.min(px(box.width), px(box.height)) * (size + spread(chance, 0.07));
  const x = px(box.x + box.width / 2) + spread(chance, 3);
  const y = px(box.y + box.height / 2) + spread(chance, 4);
  const scale = em / face.unitsPerEm;
  const place = [
    `translate(${x} ${y})`,
    `rotate(${pen.slope + spread(chance, 3)})`,
    `scale(${scale * (1 + spread(chance, 0.06))} ${-scale * (1 + spread(chance, 0.06))})`,
    `translate(${-glyph.advanceWidth / 2} ${-0.38 * face.unitsPerEm})`,
  ];
  const stroke = `stroke="#222" stroke-width="${(pen.weight * face.unitsPerEm) / 1000}"`;
  return `<path transform="${place.join(" ")}" d="${glyph.path.toSVG()}" fill="#222" ${stroke}/>`;
}
