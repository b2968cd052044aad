/** Functions that may reach outside of the book or run something: known, and never computed. */
import type { FormulaFunction } from "../formula/function-type.ts";

const names = [
  "WEBSERVICE",
  "FILTERXML",
  "ENCODEURL",
  "CALL",
  "REGISTER",
  "REGISTER.ID",
  "EXEC",
  "EVALUATE",
  "RTD",
  "DDE",
  "HYPERLINK",
  "IMAGE",
  "SQL.REQUEST",
  "STOCKHISTORY",
  "PY",
  "CUBEKPIMEMBER",
  "CUBEMEMBER",
  "CUBEMEMBERPROPERTY",
  "CUBERANKEDMEMBER",
  "CUBESET",
  "CUBESETCOUNT",
  "CUBEVALUE",
  "GET.CELL",
  "GET.WORKBOOK",
  "TRANSLATE",
  "DETECTLANGUAGE",
  "COPILOT",
];

export const refusedFunctions: readonly FormulaFunction[] = names.map((name) => ({
  names: [name],
  min: 0,
  max: 255,
  params: ["range"],
  refused: true,
}));
