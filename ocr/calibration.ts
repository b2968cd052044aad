/** Figures measured by test/bench/ocr-calibrate.ts on pages of its own seeds; never edited by hand. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ocrErrors } from "./messages.ja.ts";

const schema = z.object({
  format: z.literal(1),
  /** Size of the ink of kana (root of width × height) in em, mean over fonts. */
  kanaSizes: z.record(z.string(), z.number()),
  /** How far the middle of a kana's ink lies right of the middle of its em square, in em, mean over fonts. */
  kanaShifts: z.record(z.string(), z.number()),
  /** Characters that both Japanese readers write for some other character. */
  attractors: z.string(),
  /** Least confidence of a character in fields that are read as Japanese. */
  leastConfidence: z.object({ kana: z.number(), text: z.number(), master: z.number() }),
});

export type Calibration = z.infer<typeof schema>;

export const calibration: Calibration = load();

export const attractors: ReadonlySet<string> = new Set([...calibration.attractors]);

/** The file stands beside the sources, so compiled programs look for the folder that holds package.json. */
function load(): Calibration {
  const name = "ocr/calibration.json";
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const text = readIfThere(join(folder, name));
    if (text !== null && readIfThere(join(folder, "package.json")) !== null) {
      return schema.parse(JSON.parse(text));
    }
    const above = dirname(folder);
    if (above === folder) throw ocrErrors.languageDataMissing({ name });
    folder = above;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
