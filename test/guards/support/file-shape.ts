/** Measures the shape of one file: header, length, bare errors, open ends. */
import ts from "typescript";
import { type ProductFile, placeOf, walk } from "./product-files.ts";

/** Text lines of the comment that opens a file; 0 when there is none. */
export function headerLines(file: ProductFile): number {
  const body = file.text.replace(/^#!.*\n/u, "").trimStart();
  const block = /^\/\*\*?([\s\S]*?)\*\//u.exec(body)?.[1];
  const comment = block ?? /^(?:\/\/[^\n]*\n)+/u.exec(body)?.[0] ?? "";
  return comment.split("\n").filter((line) => /[^\s*/]/u.test(line)).length;
}

export function lineCount(file: ProductFile): number {
  return file.text.trimEnd().split("\n").length;
}

const bareErrors = new Set(["Error", "TypeError", "RangeError", "AggregateError"]);

/** Places where an error without code, place and next step is made. */
export function bareErrorsIn(file: ProductFile): string[] {
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return;
    if (ts.isIdentifier(node.expression) && bareErrors.has(node.expression.text)) {
      found.push(placeOf(file, node));
    }
  });
  return found;
}

/** TODO, FIXME and the like without the number of an issue. */
export function openEnds(file: ProductFile): string[] {
  return file.text
    .split("\n")
    .flatMap((line, index) =>
      /\b(TODO|FIXME|XXX|HACK)\b(?!\s*\(?#\d+)/u.test(line) ? [`${file.path}:${index + 1}`] : [],
    );
}
