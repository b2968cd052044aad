/** One character of a font file as a grey picture, without any font of the system. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import fontkit, { type Font } from "@pdf-lib/fontkit";
import sharp from "sharp";
import type { Grey } from "../../ocr/image/grey.ts";

const faces = new Map<string, Font>();

export const standardFont = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf",
);

export async function fontFace(file: string): Promise<Font> {
  const known = faces.get(file);
  if (known) return known;
  const face = fontkit.create(await readFile(file));
  faces.set(file, face);
  return face;
}

/** The em square is `em` pixels; half of it is left white on all sides. */
export async function drawnChar(char: string, file = standardFont, em = 96): Promise<Grey> {
  const face = await fontFace(file);
  const glyph = face.glyphForCodePoint(char.codePointAt(0) ?? 0);
  const unit = face.unitsPerEm;
  const left = unit - glyph.advanceWidth / 2;
  const shape = `<path transform="translate(${left} ${1.38 * unit}) scale(1 -1)" d="${glyph.path.toSVG()}"/>`;
  return drawn(shape, { width: 2 * unit, height: 2 * unit, scale: em / unit });
}

/** A line of characters at their own distances, with white around. */
export async function drawnLine(text: string, file = standardFont, em = 44): Promise<Grey> {
  const face = await fontFace(file);
  const unit = face.unitsPerEm;
  let x = unit / 2;
  const paths: string[] = [];
  for (const char of text) {
    const glyph = face.glyphForCodePoint(char.codePointAt(0) ?? 0);
    paths.push(
      `<path transform="translate(${x} ${1.38 * unit}) scale(1 -1)" d="${glyph.path.toSVG()}"/>`,
    );
    x += glyph.advanceWidth;
  }
  return drawn(paths.join(""), { width: x + unit / 2, height: 2 * unit, scale: em / unit });
}

async function drawn(
  shapes: string,
  { width, height, scale }: { width: number; height: number; scale: number },
): Promise<Grey> {
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${shapes}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}
