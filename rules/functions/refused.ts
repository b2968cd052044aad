/** Functions that may reach outside of the book or run something: known, and never computed. */
import type { FormulaFunction } from "../formula/function-type.ts";
import { Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";

const names = [
  "WEBSERVICE",
  "FILTERXML",
  "CALL",
  "REGISTER",
  "REGISTER.ID",
  "EXEC",
  "EVALUATE",
  "RTD",
  "DDE",
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
  "GETPIVOTDATA",
  "INFO",
];

/** Functions whose value changes with every computation: a check that depends on them proves nothing. */
const random = ["RAND", "RANDBETWEEN", "RANDARRAY"];

export const randomFunctions: readonly FormulaFunction[] = random.map((name) => ({
  names: [name],
  min: 0,
  max: 5,
  params: ["range"],
  whole: () => {
    throw new Uncomputable("construct", name, uncomputableText.random(name));
  },
  unsteady: true,
}));

export const refusedFunctions: readonly FormulaFunction[] = names.map((name) => ({
  names: [name],
  min: 0,
  max: 255,
  params: ["range"],
  refused: true,
}));
