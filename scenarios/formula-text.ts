/** Formulas inside scenarios: taken as written, with a word about signs that Excel would not take. */
import type { Place, ProblemBook } from "../core/index.ts";
import { scenarioProblem } from "./messages.ja.ts";

const longestFormula = 2000;

/** The formula without its "="; reports an empty one and signs that are not Excel's. `line` writes the whole corrected line. */
export function readFormula(
  written: string,
  at: Place,
  book: ProblemBook,
  line: (formula: string) => string = (formula) => formula,
): string {
  const formula = written.trim().replace(/^[=\uFF1D]\s*/u, "");
  if (formula === "") book.add(scenarioProblem.emptyCondition, {}, at);
  if (formula.length > longestFormula) book.add(scenarioProblem.longSentence, {}, at);
  const strings = /"[^"]*"/gu;
  const odd =
    /[{}\uFF5B\uFF5D\uFF1D\uFF1E\uFF1C≧≦≠“”「」\uFF08\uFF09\uFF0C\uFF0B\uFF0D]|[\uFF10-\uFF19]/u;
  if (!odd.test(formula.replace(strings, ""))) return formula;
  book.add(scenarioProblem.conditionShape, { fix: line(mendFormula(formula)) }, at);
  return formula;
}

function mendFormula(formula: string): string {
  return formula
    .replace(/[“”「」]/gu, '"')
    .replace(/≧/gu, ">=")
    .replace(/≦/gu, "<=")
    .replace(/≠/gu, "<>")
    .split(/("[^"]*")/u)
    .map((part) =>
      part.startsWith('"') ? part : part.replace(/[{}\uFF5B\uFF5D]/gu, "").normalize("NFKC"),
    )
    .join("");
}
