/** Formulas made at random from a seed: by the grammar, and by damaging formulas that are known to be good. */
import { functionNames } from "./formula-names.ts";

/** A small generator of numbers in [0, 1), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const atoms = [
  "0",
  "1",
  "-1",
  "1E+300",
  "1E-300",
  "2958465",
  "0.1",
  '""',
  '"a"',
  '"１２３"',
  '"令和6年4月1日"',
  '"*?~"',
  '">=1"',
  "TRUE",
  "#N/A",
  "{1,2;3,4}",
  '{"a",TRUE,#REF!}',
  "B1",
  "B1:C3",
  "表!A:A",
  "表!1:2",
  "表!$A$1:$C$5",
  "A1",
  "未定義",
  "明細表[金額]",
  "[@単価]",
  "表!A1#",
  "",
];
const operators = ["+", "-", "*", "/", "^", "&", "=", "<>", "<", ">=", " ", ",", ":", "%+"];

function grown(random: () => number, depth: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  if (depth <= 0 || random() < 0.25) return pick(atoms);
  const kind = random();
  if (kind < 0.55) {
    const count = Math.floor(random() * 5);
    const args = Array.from({ length: count }, () => grown(random, depth - 1));
    return `${pick(functionNames)}(${args.join(",")})`;
  }
  if (kind < 0.8) return `${grown(random, depth - 1)}${pick(operators)}${grown(random, depth - 1)}`;
  if (kind < 0.86) return `(${grown(random, depth - 1)})`;
  if (kind < 0.92) return `LET(x,${grown(random, depth - 1)},x&${grown(random, depth - 1)})`;
  if (kind < 0.96) return `MAP(${grown(random, depth - 1)},LAMBDA(x,${grown(random, depth - 1)}))`;
  return `${pick(["-", "@", "+"])}${grown(random, depth - 1)}`;
}

/** One to four cuts, doublings or foreign characters. */
function damaged(random: () => number, formula: string): string {
  const foreign = [
    "(",
    ")",
    "'",
    '"',
    "!",
    "[",
    "]",
    "{",
    ",",
    "#",
    "　",
    "￥",
    "\u0000",
    "9999999",
  ];
  let text = formula;
  for (let i = 0; i <= random() * 4; i++) {
    const at = Math.floor(random() * (text.length + 1));
    const length = Math.floor(random() * 6);
    const kind = random();
    if (kind < 0.4) text = text.slice(0, at) + text.slice(at + length);
    else if (kind < 0.7) text = text.slice(0, at) + text.slice(Math.max(0, at - length));
    else
      text =
        text.slice(0, at) + (foreign[Math.floor(random() * foreign.length)] ?? "") + text.slice(at);
  }
  return text;
}

/** The n-th formula of a seed. */
export function fuzzFormula(seed: number, n: number, known: readonly string[]): string {
  const random = randomFrom(seed * 1_000_003 + n);
  if (random() < 0.35 && known.length > 0)
    return damaged(random, known[Math.floor(random() * known.length)] ?? "");
  const formula = grown(random, 1 + Math.floor(random() * 5));
  return random() < 0.15 ? damaged(random, formula) : formula;
}
