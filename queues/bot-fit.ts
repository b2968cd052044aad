/** Checks across the parts of a bot: fields of the form ↔ names in the sentences ↔ columns of the check book. */

import type { Problem, ProblemRow } from "../core/index.ts";
import type { Form } from "../ocr/index.ts";
import type { CheckBook } from "../rules/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { builtInFields } from "../scenarios/index.ts";
import { fitProblem } from "./messages.ja.ts";
import { papersWanted } from "./papers.ts";

export interface BotParts {
  readonly scenario: Scenario;
  readonly form: Form | null;
  readonly papers: ReadonlyMap<string, Form>;
  readonly book: CheckBook | null;
  readonly name: string;
  readonly masterColumn: (path: string) => readonly string[] | null;
}

/** All misfits as problems (QUE2xx). A bot without a form takes its fields from rows, so nothing can be compared there. */
export function partsThatDoNotFit(bot: BotParts): readonly Problem[] {
  const { scenario, form, book } = bot;
  if (!form) return [];
  const papers = [...papersWanted(scenario)];
  const fields = form.fields.map((f) => f.name);
  const derived = book?.derived ?? [];
  const known = [...fields, ...derived, ...Object.values(builtInFields)];
  const problem = <A>(row: ProblemRow<A>, facts: A, file: string): Problem => ({
    code: row.code,
    severity: row.severity,
    ...row.say(facts),
    at: { file: `${bot.name}/${file}`, line: 1, column: 1, length: 1 },
    lineText: "",
  });
  const missing = (names: readonly string[]): readonly string[] =>
    names.filter((n) => !known.includes(n));
  const lists = form.fields.flatMap((f) =>
    f.master === null ? [] : { field: f.name, master: f.master },
  );
  return [
    ...papers
      .filter(([paper]) => !bot.papers.has(paper))
      .map(([paper]) => problem(fitProblem.missingPaper, { paper }, "scenario.yaml")),
    ...papers.flatMap(([paper, names]) => {
      const known = bot.papers.get(paper)?.fields.map((f) => f.name) ?? names;
      const gone = names.filter((n) => !known.includes(n));
      return gone.map((name) =>
        problem(fitProblem.unknownPaperField, { paper, name }, "scenario.yaml"),
      );
    }),
    ...missing(scenario.fieldsUsed).map((name) =>
      problem(fitProblem.unknownField, { name, known }, "scenario.yaml"),
    ),
    ...missing(scenario.businessKey).map((name) =>
      problem(fitProblem.unknownKeyField, { name, known }, "scenario.yaml"),
    ),
    ...missing(book?.inputs ?? []).map((name) =>
      problem(fitProblem.unknownColumn, { name }, "check.xlsx"),
    ),
    ...lists
      .filter((list) => bot.masterColumn(list.master) === null)
      .map((list) => problem(fitProblem.missingMaster, list, "form.yaml")),
  ];
}
