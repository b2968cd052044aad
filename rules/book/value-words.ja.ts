/** Values of a formula in words: 「{口座番号}の文字数」「{登録番号}の2文字目から13文字」. */
import type { AreaNode, FormulaNode } from "../formula/ast.ts";
import { columnLetters } from "../formula/tokens.ts";

/** Caption of a column of the case sheet, or null. */
export type Captions = (col: number) => string | null;

const operators: Readonly<Record<string, string>> = {
  "+": "＋",
  "-": "－",
  "*": "×",
  "/": "÷",
  "&": "と",
};

/** Null when there are no words for it. */
export function valueInWords(node: FormulaNode, captions: Captions): string | null {
  switch (node.kind) {
    case "literal":
      return literal(node.value);
    case "area":
      return area(node, captions);
    case "name":
      return `{${node.name}}`;
    case "table":
      return column(node.inner);
    case "plus":
    case "single":
      return valueInWords(node.arg, captions);
    case "negate":
      return negated(node.arg, captions);
    case "binary":
      return combined(node, captions);
    case "call":
      return called(node.name.toUpperCase(), node.args, captions);
    default:
      return null;
  }
}

/** Where something is looked up: 「店舗」の表, or this sheet. */
export function placeOf(node: FormulaNode, captions: Captions): string | null {
  if (node.kind === "table") return node.table === "" ? "この表" : `「${node.table}」の表`;
  if (node.kind === "name") return `「${node.name}」`;
  if (node.kind !== "area") return null;
  if (node.sheet !== null) return `「${node.sheet}」の表`;
  const caption = captions(node.left.n);
  return node.left.absolute && caption !== null ? `{${caption}}の列` : "この表";
}

type Literal = Extract<FormulaNode, { kind: "literal" }>["value"];

function literal(value: Literal): string | null {
  if (value === "") return "空欄";
  if (typeof value === "string") return `「${value}」`;
  if (typeof value === "number")
    return value.toLocaleString("en-US", { maximumFractionDigits: 10 });
  return typeof value === "boolean" ? String(value).toUpperCase() : null;
}

/** A cell of the same row is its column; another one is its address. */
function area(node: AreaNode, captions: Captions): string | null {
  if (!node.single) return null;
  const column = columnLetters(Math.max(0, node.left.n));
  if (node.sheet !== null)
    return node.top.absolute ? `「${node.sheet}」シートの${column}${node.top.n + 1}` : null;
  if (node.top.absolute) return node.left.absolute ? `${column}${node.top.n + 1}セル` : null;
  const caption = node.top.n === 0 ? captions(node.left.n) : null;
  return caption === null ? null : `{${caption}}`;
}

function column(inner: string): string | null {
  const name = /^@?\[?([^[\]#@]+)\]?$/.exec(inner)?.[1];
  return name === undefined ? null : `{${name}}`;
}

/** --x only turns a text into a number. */
function negated(arg: FormulaNode, captions: Captions): string | null {
  if (arg.kind === "negate") return valueInWords(arg.arg, captions);
  const words = valueInWords(arg, captions);
  return words === null ? null : `－${words}`;
}

function combined(
  node: Extract<FormulaNode, { kind: "binary" }>,
  captions: Captions,
): string | null {
  const sign = operators[node.op];
  const left = valueInWords(node.left, captions);
  const right = valueInWords(node.right, captions);
  if (sign === undefined || left === null || right === null) return null;
  const loose = (side: FormulaNode): boolean =>
    side.kind === "binary" && (side.op === "+" || side.op === "-") && "*/".includes(node.op);
  const wrap = (side: FormulaNode, words: string): string => (loose(side) ? `（${words}）` : words);
  return `${wrap(node.left, left)}${sign}${wrap(node.right, right)}`;
}

/** Functions that change the form of a value but not what it is about. */
const sameThing: ReadonlySet<string> = new Set([
  "VALUE",
  "TRIM",
  "CLEAN",
  "ASC",
  "JIS",
  "DBCS",
  "UPPER",
  "LOWER",
  "PHONETIC",
  "IFERROR",
  "IFNA",
  "N",
  "T",
  "DATEVALUE",
]);

/** With one value: what stands behind it. */
const ofOne: Readonly<Record<string, string>> = {
  LEN: "の文字数",
  LENB: "のバイト数",
  INT: "の端数を切り捨てた数",
  ABS: "の大きさ",
  YEAR: "の年",
  MONTH: "の月",
  DAY: "の日",
  WEEKDAY: "の曜日",
};

function called(name: string, args: readonly FormulaNode[], captions: Captions): string | null {
  if (name === "TODAY") return "今日";
  const [a, b] = args;
  if (!a) return null;
  const looked = lookedUp(name, args, captions);
  if (looked !== null) return looked;
  const first = valueInWords(a, captions);
  if (first === null) return null;
  if (sameThing.has(name)) return first;
  const suffix = ofOne[name];
  if (suffix !== undefined) return `${first}${suffix}`;
  const n = b ? valueInWords(b, captions) : "1";
  return n === null ? null : withTwo(name, { first, n, third: third(args, captions), args });
}

interface Words {
  readonly first: string;
  readonly n: string;
  readonly third: string | null;
  readonly args: readonly FormulaNode[];
}

function withTwo(name: string, w: Words): string | null {
  switch (name) {
    case "LEFT":
      return `${w.first}の先頭${w.n}文字`;
    case "RIGHT":
      return `${w.first}の末尾${w.n}文字`;
    case "MID":
      if (w.third === null) return null;
      return w.third === "1"
        ? `${w.first}の${w.n}文字目`
        : `${w.first}の${w.n}文字目から${w.third}文字`;
    case "MOD":
      return `${w.first}を${w.n}で割った余り`;
    case "EDATE":
      return `${w.first}の${w.n}か月後`;
    case "TEXT":
      return `${w.first}を${w.n}の形にしたもの`;
    case "SUBSTITUTE":
      return w.third === "空欄" ? without(w.first, w.n) : null;
    case "ROUND":
    case "ROUNDDOWN":
    case "ROUNDUP":
      return `${w.first}の端数を処理した数`;
    default:
      return null;
  }
}

/** Several SUBSTITUTEs inside each other make one remark. */
function without(first: string, taken: string): string {
  const name = taken === "「 」" || taken === "「　」" ? "空白" : taken;
  const inner = /^(.*)（(.*)を除く）$/u.exec(first);
  return inner ? `${inner[1]}（${inner[2]}と${name}を除く）` : `${first}（${name}を除く）`;
}

function third(args: readonly FormulaNode[], captions: Captions): string | null {
  return args[2] ? valueInWords(args[2], captions) : null;
}

/** Sums and look-ups speak of tables and columns. */
function lookedUp(name: string, args: readonly FormulaNode[], captions: Captions): string | null {
  const [a, b] = args;
  if (!a) return null;
  if (name === "SUM") return sum(args, captions);
  if (name === "COUNTIF" || name === "COUNTIFS") {
    const where = placeOf(a, captions);
    const what = b ? valueInWords(b, captions) : null;
    return where === null || what === null ? null : `${where}の${what}の件数`;
  }
  if (!["VLOOKUP", "XLOOKUP", "HLOOKUP", "LOOKUP", "MATCH"].includes(name) || !b) return null;
  const what = valueInWords(a, captions);
  const where = placeOf(b, captions);
  return what === null || where === null ? null : `${where}で${what}から引いた値`;
}

function sum(args: readonly FormulaNode[], captions: Captions): string | null {
  const parts = args.map((arg) => range(arg, captions) ?? valueInWords(arg, captions));
  return parts.includes(null) ? null : `${parts.join("・")}の合計`;
}

/** {a}から{b}まで of the same row. */
function range(node: FormulaNode, captions: Captions): string | null {
  if (node.kind !== "area" || node.single || node.sheet !== null) return null;
  const sameRow = !node.top.absolute && node.top.n === 0 && node.bottom.n === 0;
  const [from, to] = [captions(node.left.n), captions(node.right.n)];
  return sameRow && from !== null && to !== null ? `{${from}}から{${to}}まで` : null;
}
