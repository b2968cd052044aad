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
  "FIELDVALUE",
];

/**
 * Functions whose value nobody here can prove: those that are shown nowhere in full (FORECAST.ETS), those that Excel computes
 * less exactly than mathematics does (BESSEL…), those that speak of Excel itself or of what a book does not hold.
 */
const unproven = [
  "GETPIVOTDATA",
  "INFO",
  "BAHTTEXT",
  "EUROCONVERT",
  "FORECAST.ETS",
  "FORECAST.ETS.CONFINT",
  "FORECAST.ETS.SEASONALITY",
  "FORECAST.ETS.STAT",
  "ODDFPRICE",
  "ODDFYIELD",
  "ODDLPRICE",
  "ODDLYIELD",
  "BESSELI",
  "BESSELJ",
  "BESSELK",
  "BESSELY",
];

/** Known, counted as not computed, and named in the page of functions. */
export const unprovenFunctions: readonly FormulaFunction[] = unproven.map((name) => ({
  names: [name],
  min: 0,
  max: 255,
  params: ["range"],
  unproven: true,
}));

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
