/** A printed line of text as a grey picture, for tests of readers. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument } from "pdf-lib";
import { cut, type Grey, pad } from "../../ocr/image/grey.ts";
import { boundsOf, inkBlobs } from "../../ocr/image/ink.ts";
import { openPdf } from "../../ocr/intake/pdf-pages.ts";

const font = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf",
);

const drawn = new Map<string, Promise<Grey>>();

/** 10.5 pt at 300 dpi with the white margin that readers need; each text is drawn once per test file. */
export function textLine(text: string): Promise<Grey> {
  const known = drawn.get(text) ?? draw(text);
  drawn.set(text, known);
  return known;
}

async function draw(text: string): Promise<Grey> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const face = await pdf.embedFont(await readFile(font), { subset: false });
  const page = pdf.addPage([400, 40]);
  page.drawText(text, { x: 10, y: 15, size: 10.5, font: face });
  const source = await openPdf(await pdf.save(), "line.pdf");
  const picture = await source.render(1);
  source.close();
  const box = boundsOf(inkBlobs(picture, { range: 255, bilevel: false }, 0.4));
  return pad(box ? cut(picture, box) : picture, 20);
}
