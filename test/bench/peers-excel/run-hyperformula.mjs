/** The bench book in HyperFormula: run-hyperformula ROWS RULES-DATA.js. Prints one line of JSON. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [rows = "", data = "", peers = ""] = process.argv.slice(2);
const count = Number(rows);
const { formulasOf, inputsOf, masterRows } = await import(pathToFileURL(data).href);
const { HyperFormula } = createRequire(join(peers, "package.json"))("hyperformula");

const started = performance.now();
/** @type {unknown[][]} */
const cases = [[]];
for (let i = 1; i <= count; i++) {
  const inputs = inputsOf(i).map((/** @type {unknown} */ v) =>
    typeof v === "string" ? `'${v}` : v,
  );
  cases.push([
    ...inputs,
    ...formulasOf(i + 1).map((/** @type {string} */ f) => `=${f.replace("FALSE", "FALSE()")}`),
  ]);
}
const engine = HyperFormula.buildFromSheets(
  { 判定: cases, マスタ: masterRows },
  {
    licenseKey: "gpl-v3",
    useArrayArithmetic: true,
    dateFormats: ["YYYY/MM/DD"],
    nullDate: { year: 1899, month: 12, day: 30 },
    smartRounding: true,
    maxRows: 200_000,
    arrayColumnSeparator: ",",
    arrayRowSeparator: ";",
  },
);
let ng = 0;
for (let row = 1; row <= count; row++) {
  for (let col = 11; col < 31; col++) {
    const v = engine.getCellValue({ sheet: 0, row, col });
    if (col === 30 && v === "NG") ng++;
  }
}
const total = performance.now() - started;

const one = performance.now();
for (let k = 0; k < 20; k++) {
  engine.setCellContents({ sheet: 0, row: 1 + k, col: 7 }, [[777 + k]]);
  engine.getCellValue({ sheet: 0, row: 1 + k, col: 19 });
}
const oneMs = (performance.now() - one) / 20;
const master = performance.now();
engine.setCellContents({ sheet: 1, row: 5, col: 2 }, [[4321]]);
const masterMs = performance.now() - master;
const rss = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ total, ng, oneMs, masterMs, rss }));
process.exit(0);
