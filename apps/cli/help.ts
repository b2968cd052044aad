/** The help pages, made from the verb table. */
import { helpWords } from "./messages.ja.ts";
import { commonOptions, type Verb, type VerbOption, verbs } from "./verb-table.ja.ts";

/** Columns that a text takes on a terminal: full-width characters count two. */
export function columns(text: string): number {
  return [...text].reduce(
    (sum, c) =>
      sum +
      (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        c,
      )
        ? 2
        : 1),
    0,
  );
}

/** Fills up with spaces to `width` columns. */
export function fill(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

export function generalHelp(): string {
  const shown = verbs.filter((v) => v.hidden !== true);
  const [names, aliases] = [shown.map((v) => v.name), shown.map((v) => v.aliases.join("・"))];
  const [first, second] = [names, aliases].map((column) => 2 + Math.max(...column.map(columns)));
  const rows = shown.map(
    (v, i) => `  ${fill(v.name, first ?? 0)}${fill(aliases[i] ?? "", second ?? 0)}${v.summary}`,
  );
  return [helpWords.title, "", helpWords.verbs, ...rows, "", helpWords.more].join("\n");
}

export function verbHelp(verb: Verb): string {
  const options = Object.entries({ ...verb.options, ...commonOptions }).map(optionLine);
  return [
    `${helpWords.usage}  ${helpWords.line(verb.name, verb.usage)}`,
    `      ${verb.summary}`,
    ...(verb.aliases.length > 0 ? [`${helpWords.also}  ${verb.aliases.join("・")}`] : []),
    helpWords.options,
    ...options,
  ].join("\n");
}

function optionLine([name, option]: [string, VerbOption]): string {
  const both = option.short === undefined ? `--${name}` : `-${option.short}, --${name}`;
  const head = option.value === undefined ? both : `${both} ${option.value}`;
  return `  ${fill(head, 26)}${option.help}`;
}
