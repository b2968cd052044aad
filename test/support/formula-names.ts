/** Names of all worksheet functions, read from the page that lists them. */
import { functionsPage } from "../../rules/index.ts";

export const functionNames: readonly string[] = [
  ...functionsPage().page.matchAll(/^\| ([^\s|（]+)/gmu),
]
  .map((m) => m[1] ?? "")
  .filter((name) => name !== "関数" && !name.startsWith("-"));
