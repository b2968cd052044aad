/** Pages made from the code are in step with it; `npm run docs` writes them anew. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { declaredCodes } from "./support/code-tables.ts";
import { errorsPage } from "./support/errors-page.ts";
import { root } from "./support/product-files.ts";

it("docs/errors.md lists every declared code", async () => {
  const page = errorsPage(await declaredCodes());
  await expect(page).toMatchFileSnapshot(join(root, "docs/errors.md"));
});
