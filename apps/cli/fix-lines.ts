/** Puts the certain corrections of a file into its lines, and says which lines changed; whatever is doubtful stays. */
import type { Parsed, Problem } from "../../core/index.ts";

/** One line before and after. Lines count from 1. */
export interface FixedLine {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface FixedText {
  readonly text: string;
  readonly changes: readonly FixedLine[];
  /** What a person still has to decide. */
  readonly left: readonly Problem[];
}

/** One correction may bring the next to light (a tab behind a full-width colon). */
const mostRounds = 10;

/** Keeps line ends as they are. The text ends where a round finds nothing certain any more. */
export function fixLines(
  text: string,
  file: string,
  parse: (text: string, file: string) => Parsed<unknown>,
): FixedText {
  const ends = text.match(/\r\n|\n|\r/gu) ?? [];
  const original = text.split(/\r\n|\n|\r/u);
  const lines = [...original];
  const joined = (): string => lines.map((line, i) => `${line}${ends[i] ?? ""}`).join("");
  let problems = parse(joined(), file).problems;
  for (let round = 0; round < mostRounds; round += 1) {
    const certain = problems.filter(
      (p) => p.certain && p.fix !== undefined && p.fix !== p.lineText,
    );
    if (certain.length === 0) break;
    for (const p of certain) lines[p.at.line - 1] = p.fix ?? p.lineText;
    problems = parse(joined(), file).problems;
  }
  const changes = lines.flatMap((after, i) => {
    const before = original[i] ?? "";
    return before === after ? [] : [{ line: i + 1, before, after }];
  });
  return { text: joined(), changes, left: problems };
}
