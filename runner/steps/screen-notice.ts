/** What a screen says in place of what was looked for, fit for an error text: values of the case are blotted out. */
import { blot, noticeSentence } from "../screen-words.ja.ts";

const longest = 60;
const shortestValue = 2;

/** First sentence that says that something went wrong; null when the screen says nothing of the kind. */
export function noticeOf(text: string, values: Readonly<Record<string, string>>): string | null {
  const lines = text.normalize("NFKC").split(/[\n\r]+|(?<=。)/u);
  const line = lines
    .map((l) => l.trim())
    .find((l) => l.length <= 2 * longest && noticeSentence.test(l));
  return line === undefined ? null : withoutValues(line, values).slice(0, longest);
}

/** A text of the screen without what the case holds and without long numbers; codes such as E120 stay. */
export function withoutValues(text: string, values: Readonly<Record<string, string>>): string {
  const held = Object.values(values)
    .map((v) => v.normalize("NFKC").trim())
    .filter((v) => v.length >= shortestValue)
    .sort((a, b) => b.length - a.length);
  const line = text.normalize("NFKC").replace(/\s+/gu, " ");
  const blotted = held.reduce((rest, value) => rest.replaceAll(value, blot), line);
  return blotted.replace(/(?<![A-Za-z\d])\d[\d-]{4,}/gu, blot);
}
