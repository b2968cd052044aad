/** Reads licence expressions (SPDX) as an office must: which ones bind our users to open their own work? */

const copyleft = /\b(A?GPL|SSPL|BUSL|CC-BY-NC|EUPL|OSL)/u;

/** True when some way of reading the expression leaves no strong copyleft; LGPL and MPL libraries are fine. */
export function isPermitted(expression: string): boolean {
  const plain = expression.replace(/[()]/gu, " ");
  return plain.split(/\bOR\b/u).some((choice) =>
    choice.split(/\bAND\b/u).every((part) => {
      const name = part.trim();
      return name !== "" && name !== "UNLICENSED" && !copyleft.test(name);
    }),
  );
}
