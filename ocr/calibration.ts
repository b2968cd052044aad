/** What was measured about the readers: thresholds with the counts behind them, and shapes of kana. Never edited by hand. */
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ocrErrors } from "./messages.ja.ts";

/** Families of types that share a threshold. */
export const families = ["digits", "kana", "text", "master"] as const;
export type Family = (typeof families)[number];

const share = z.number().min(0).max(2);
const count = z.number().int().min(0);

const threshold = z.object({
  /** Least confidence that any character may have; above 1 = nothing goes on without a person. */
  least: share,
  /** Readings on which the readers agreed and that passed their checks. */
  agreed: count,
  /** Of these, wrong ones (all of them lie below `least`). */
  wrong: count,
  /** Of these, right ones that lie below `least`: the price. */
  asked: count,
});
export type Threshold = z.infer<typeof threshold>;

const ticks = z.object({
  /** A box is ticked from the first share of ink on and empty below the second; between them a person looks. */
  ticked: share,
  empty: share,
  /** How many boxes of each kind were measured, and the shares nearest to the limits. */
  marked: count,
  unmarked: count,
  faintestMark: share,
  dirtiestEmpty: share,
});

const made = z.object({
  on: z.string(),
  command: z.string(),
  /** Version of buka and of the readers that were measured. */
  version: z.string(),
  readers: z.array(z.string()),
  seed: z.number().int().nullable(),
  pages: count,
  fields: count,
});

/** What a site measures for itself; what is left out stays as shipped. */
const siteSchema = z.object({
  format: z.literal(2),
  made,
  thresholds: z.partialRecord(z.enum(families), threshold),
  ticks: ticks.optional(),
  /** For handwriting, by name of the reader. No entry = a person looks at every value. */
  hand: z.record(z.string(), threshold).optional(),
});

const shippedSchema = siteSchema.extend({
  thresholds: z.record(z.enum(families), threshold),
  ticks,
  hand: z.record(z.string(), threshold),
  /** Size of the ink of kana (root of width × height) in em, mean over fonts. */
  kanaSizes: z.record(z.string(), z.number()),
  /** How far the middle of a kana's ink lies right of the middle of its em square, in em, mean over fonts. */
  kanaShifts: z.record(z.string(), z.number()),
  /** Characters that both Japanese readers write for some other character, and for which. */
  attractors: z.record(z.string(), z.string()),
});

/** Thresholds in force: the shipped ones, with those of the site over them. */
export type Calibration = Pick<
  z.infer<typeof shippedSchema>,
  "made" | "thresholds" | "ticks" | "hand"
>;
/** What a site may measure anew for itself; what it leaves out stays as shipped. */
export type SiteCalibration = z.infer<typeof siteSchema>;

const shipped = loadShipped();

/** Shapes of kana, which no site measures. */
export const shapes = { kanaSizes: shipped.kanaSizes, kanaShifts: shipped.kanaShifts } as const;

/** What may stand where both Japanese readers wrote `c`; "" when nothing else was ever measured. */
export const takenFor = (c: string): string => shipped.attractors[c] ?? "";

/** The characters that both Japanese readers write where `c` stands. */
export const writtenFor = (c: string): readonly string[] => attractorsOf.get(c) ?? [];

const attractorsOf = new Map<string, string[]>();
for (const [written, stands] of Object.entries(shipped.attractors)) {
  for (const c of stands) attractorsOf.set(c, [...(attractorsOf.get(c) ?? []), written]);
}

/** The shipped thresholds, or those of the site's own file over them. Throws OCR018, OCR019. */
export function openCalibration(siteFile: string | null): Calibration {
  if (siteFile === null) return shipped;
  const name = basename(siteFile);
  const text = readIfThere(siteFile);
  if (text === null) throw ocrErrors.calibrationMissing({ file: name });
  const site = siteSchema.safeParse(jsonOrNull(text));
  if (!site.success) throw ocrErrors.calibrationBroken({ file: name });
  const { made: own, thresholds, ticks: ownTicks, hand } = site.data;
  return {
    made: own,
    thresholds: { ...shipped.thresholds, ...thresholds },
    ticks: ownTicks ?? shipped.ticks,
    hand: { ...shipped.hand, ...hand },
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The file stands beside the sources, so compiled programs look for the folder that holds package.json. */
function loadShipped(): z.infer<typeof shippedSchema> {
  const name = "ocr/calibration.json";
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const text = readIfThere(join(folder, name));
    if (text !== null && readIfThere(join(folder, "package.json")) !== null) {
      return shippedSchema.parse(JSON.parse(text));
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
