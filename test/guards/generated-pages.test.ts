/** Pages made from the code are in step with it; `npm run docs` writes them anew. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { exitCodes } from "../../apps/cli/exit-codes.ts";
import { keywordsPage } from "../../scenarios/index.ts";
import { declaredCodes } from "./support/code-tables.ts";
import { errorsPage, exitCodesPage } from "./support/errors-page.ts";
import { root } from "./support/product-files.ts";

it("docs/errors.md lists every declared code", async () => {
  const page = errorsPage(await declaredCodes());
  await expect(page).toMatchFileSnapshot(join(root, "docs/errors.md"));
});

it("docs/exit-codes.md lists every exit code with its meaning", async () => {
  const page = exitCodesPage(exitCodes);
  expect(page).not.toContain("意味を書いてください");
  await expect(page).toMatchFileSnapshot(join(root, "docs/exit-codes.md"));
});

it("docs/keywords.md says what the keyword table says", async () => {
  await expect(keywordsPage()).toMatchFileSnapshot(join(root, "docs/keywords.md"));
});
