/** Thresholds for handwritten digits out of the samples that an office collected itself (収集用紙). */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { SiteCalibration } from "./calibration.ts";
import { createGlyphEngine } from "./glyphs/glyph-engine.ts";
import type { Grey } from "./image/grey.ts";
import { loadSharp } from "./image/load-sharp.ts";
import {
  type JudgedReading,
  LEAST_READINGS,
  type MadeBy,
  thresholdOf,
} from "./measure-thresholds.ts";
import { ocrErrors } from "./messages.ja.ts";

const digits = "0123456789";

const labels = z.object({
  format: z.literal(1),
  samples: z.array(
    z.object({ file: z.string().regex(/^[^/\\]{1,200}$/u), label: z.string() }).loose(),
  ),
});

/**
 * Reads every sample of a digit with our own recogniser and compares it with what was asked for. `folder` is what
 * `buka form collect --read` wrote. Fewer than 100 samples give a file that changes nothing. Throws OCR038.
 */
export async function measureSamples(
  folder: string,
  made: Omit<MadeBy, "pages">,
): Promise<SiteCalibration> {
  const listed = await readLabels(folder);
  const engine = createGlyphEngine();
  const judged: JudgedReading[] = [];
  for (const { file, label } of listed.filter((s) => digits.includes(s.label))) {
    const picture = await loadGrey(join(folder, file));
    if (!picture) throw ocrErrors.noSamples({ folder: basename(folder) });
    const { text, symbols } = await engine.read(picture, {
      charset: digits,
      cells: [whole(picture)],
    });
    // What the recogniser does not name it does not get wrong: a person is asked.
    if (text !== "")
      judged.push({ confidence: symbols[0]?.confidence ?? 0, right: text === label });
  }
  await engine.close();
  const { name, version } = engine.ref;
  const enough = judged.length >= LEAST_READINGS;
  return {
    format: 2,
    made: { ...made, pages: 0, fields: judged.length, readers: [`${name} ${version}`] },
    thresholds: {},
    hand: enough ? { [name]: thresholdOf(judged) } : {},
  };
}

const whole = (picture: Grey) => ({ x: 0, y: 0, width: picture.width, height: picture.height });

async function readLabels(folder: string): Promise<{ file: string; label: string }[]> {
  const text = await readFile(join(folder, "labels.json"), "utf8").catch(() => "");
  const parsed = labels.safeParse(jsonOrNull(text));
  if (!parsed.success) throw ocrErrors.noSamples({ folder: basename(folder) });
  return parsed.data.samples.filter((s) => s.label.length === 1);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null when the file is no picture. */
async function loadGrey(file: string): Promise<Grey | null> {
  const sharp = await loadSharp();
  try {
    const { data, info } = await sharp(file)
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return null;
  }
}
