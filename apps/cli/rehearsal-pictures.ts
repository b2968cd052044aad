/** Which sentence of a rehearsal has which picture: written beside the record, read again for the 手順書. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { RehearsedCase } from "../../queues/index.ts";

/** File beside the pictures; it holds sentences and file names, no values. */
export const picturesFile = "pictures.json";

const pictureSchema = z.object({
  line: z.number().int(),
  sentence: z.string(),
  file: z.string().regex(/^\d{1,6}\.png$/u),
});
const picturesSchema = z.array(pictureSchema);
/** A picture taken after a sentence. */
export type StepPicture = z.infer<typeof pictureSchema>;

/** The pictures of the first case that has some, in the order of its sentences. */
export function picturesOfSteps(
  done: readonly RehearsedCase[],
  fileOf: (caseName: string, purpose: string) => string | undefined,
): readonly StepPicture[] {
  for (const one of done) {
    const found = one.outcome.steps.flatMap((step, i) => {
      const file = fileOf(one.name, `step-${i + 1}`);
      return file === undefined ? [] : [{ line: step.at.line ?? 0, sentence: step.sentence, file }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The last rehearsal of a bot whose record holds pictures; null when there is none. */
export async function lastRehearsal(
  reports: string,
  bot: string,
): Promise<{ readonly folder: string; readonly pictures: readonly StepPicture[] } | null> {
  const entries = await readdir(reports).catch(() => []);
  const folders = entries.filter((name) => name.startsWith(`${bot}-rehearsal-`)).sort();
  for (const name of folders.reverse()) {
    const folder = join(reports, name);
    const text = await readFile(join(folder, picturesFile), "utf8").catch(() => "[]");
    const parsed = picturesSchema.safeParse(JSON.parse(text));
    if (parsed.success && parsed.data.length > 0) return { folder, pictures: parsed.data };
  }
  return null;
}
