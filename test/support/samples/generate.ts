/**
 * Program that makes sample pages:
 *   generate tray FOLDER          the committed tray (writes <day>/ and truth.json)
 *   generate pages FOLDER N SEED  N fresh pages in every quality and font, with truth.json
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Form, parseForm } from "../../../ocr/index.ts";
import { distort, qualities } from "./distort.ts";
import { sampleFonts } from "./fonts.ts";
import { cleanPages, freshRecords } from "./render-page.ts";
import { writeTray } from "./write-tray.ts";

const formFile = "scenarios/library/creditor-account/form.yaml";

async function readForm(): Promise<Form> {
  const parsed = parseForm(await readFile(formFile, "utf8"), formFile);
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

async function writePages(folder: string, count: number, seed: number): Promise<void> {
  const form = await readForm();
  await mkdir(folder, { recursive: true });
  const truth = [];
  for (const [i, values] of freshRecords(seed, count).entries()) {
    const font = sampleFonts[i % sampleFonts.length];
    if (!font) throw new RangeError("no font");
    const [page] = await cleanPages(form, [values], { valueFont: font.file });
    for (const quality of page ? qualities : []) {
      const { bytes, extension } = await distort(page as Buffer, quality, seed + i);
      const file = `${String(i).padStart(4, "0")}-${quality}.${extension}`;
      await writeFile(join(folder, file), bytes);
      truth.push({ file, page: 1, kind: "form", font: font.name, quality, values });
    }
  }
  await writeFile(join(folder, "truth.json"), `${JSON.stringify(truth, null, 2)}\n`);
}

const [what, folder, count, seed] = process.argv.slice(2);
if (what === "tray" && folder) {
  const pages = await writeTray(await readForm(), folder);
  console.log(`${pages.length} pages`);
} else if (what === "pages" && folder) {
  await writePages(folder, Number(count ?? 1), Number(seed ?? 1));
} else {
  console.error("generate tray FOLDER | generate pages FOLDER COUNT SEED");
  process.exitCode = 2;
}
