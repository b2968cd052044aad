/** Checks across the parts of a bot: fields of the form ↔ names in the sentences ↔ columns of the check book. */
import type { Place, Problem } from "../core/index.ts";
import type { Form } from "../ocr/index.ts";
import type { CheckBook } from "../rules/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { builtInFields, fitMessages } from "./messages.ja.ts";

export interface BotParts {
  readonly scenario: Scenario;
  readonly form: Form | null;
  readonly book: CheckBook | null;
  readonly name: string;
}

/** All misfits as problems (QUE2xx). A bot without a form takes its fields from rows, so nothing can be compared there. */
export function partsThatDoNotFit(bot: BotParts): readonly Problem[] {
  const { scenario, form, book } = bot;
  if (!form) return [];
  const fields = form.fields.map((f) => f.name);
  const derived = book?.derived ?? [];
  const known = [...fields, ...derived, ...Object.values(builtInFields)];
  const at = (file: string): Place => ({
    file: `${bot.name}/${file}`,
    line: 1,
    column: 1,
    length: 1,
  });
  const problem = (code: string, file: string, message: string): Problem => ({
    code,
    severity: "error",
    message,
    at: at(file),
    lineText: "",
  });
  const missing = (names: readonly string[], among: readonly string[]): readonly string[] =>
    names.filter((n) => !among.includes(n));
  return [
    ...missing(scenario.fieldsUsed, known).map((name) =>
      problem("QUE201", "scenario.yaml", fitMessages.unknownField({ name, known })),
    ),
    ...missing(scenario.businessKey, known).map((name) =>
      problem("QUE202", "scenario.yaml", fitMessages.unknownKeyField({ name, known })),
    ),
    ...missing(book?.inputs ?? [], known).map((name) =>
      problem("QUE203", "check.xlsx", fitMessages.unknownColumn({ name })),
    ),
    ...form.fields.flatMap((f) => {
      if (f.master === null || (book?.masterList(f.master) ?? null) !== null) return [];
      return [
        problem(
          "QUE204",
          "form.yaml",
          fitMessages.missingMaster({ field: f.name, master: f.master }),
        ),
      ];
    }),
  ];
}
