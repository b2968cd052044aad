/** Finds Japanese in identifiers and literals outside the files that may hold it; comments are free. */
import ts from "typescript";
import { type ProductFile, placeOf, walk } from "./product-files.ts";

// Words, that is kana and kanji as written in the source. Marks such as 「」：－ are structure that the
// readers of sentences and YAML must name, and escapes are fine.
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

const allowedFile = /(^|\/)(views\/|[^/]+\.ja\.(ts|tsx|mjs)$|keyword-table\.ts$)/u;

function isLiteralOrName(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isJsxText(node) ||
    ts.isIdentifier(node)
  );
}

/** "path:line text" of each find. */
export function japaneseLiterals(file: ProductFile): string[] {
  if (allowedFile.test(file.path)) return [];
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (!isLiteralOrName(node)) return;
    const text = node.getText(file.tree);
    if (japanese.test(text)) found.push(`${placeOf(file, node)} ${text.slice(0, 60)}`);
  });
  return found;
}
