/** Scenarios out of chance: pieces of real ones put together wrongly, damaged, and sentences of the table cut and crossed. */

import { blocks, keywords } from "../../scenarios/keyword-table.ts";

/** mulberry32: small seeded generator, so that a failure can be played again. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const header = "版: 1\n題名: 見本\n持ち主: 会計課\n取り違え防止の鍵: [番号]\n成功の印: 済\n";
const examples = keywords.flatMap((k) => k.forms.map((f) => f.example));
const blockExamples = blocks.map((b) => b.example.replace(/^/gmu, "  "));
/** What a file is damaged with: signs that YAML, sentences or terminals take in their own way. */
export const splinters = [
  "：",
  "　",
  "\t",
  "「",
  "」",
  "{",
  "}",
  "#",
  ": ",
  "- ",
  "－",
  "・",
  "&a ",
  "*a",
  "!!x ",
  '"',
  "'",
  "[",
  "]",
  "\n",
  "\r\n",
  "  ",
  "\u202e",
  "\0",
  "---\n",
  "もし: ",
  "|",
  ">",
  "<<: ",
  "%",
  "?",
  "\uE000",
  "\uE001",
] as const;

const sentenceSplinters = [
  ...splinters,
  "\uE002",
  "の行の",
  "を",
  "に",
  "版",
  "部品",
  "次を行う:",
  "繰り返す: ",
  "𠮷",
  "e\u0301",
  "\ud83d",
  "999999999999",
  "の版",
  "うまくいかないとき: ",
  "やり直す",
  "ｼ",
  "｛",
  "｝",
  "\\",
  "\u2028",
];

const pick = <T>(next: () => number, list: readonly T[], other: T): T =>
  list[Math.floor(next() * list.length)] ?? other;

function damaged(next: () => number, text: string, times: number): string {
  let out = text;
  for (let i = 0; i < times; i++) {
    const from = Math.floor(next() * (out.length + 1));
    const length = next() < 0.5 ? 0 : Math.floor(next() * 8);
    const put = next() < 0.75 ? pick(next, sentenceSplinters, "") : "";
    out = out.slice(0, from) + put + out.slice(from + length);
  }
  return out;
}

/** The beginning of one sentence and the end of another. */
function crossed(next: () => number): string {
  const [a, b] = [pick(next, examples, ""), pick(next, examples, "")];
  return a.slice(0, Math.floor(next() * a.length)) + b.slice(Math.floor(next() * b.length));
}

function steps(next: () => number): string {
  const lines = Array.from({ length: 1 + Math.floor(next() * 6) }, () => {
    const kind = next();
    if (kind < 0.35) return `  - ${pick(next, examples, "")}`;
    if (kind < 0.6) return `  - ${crossed(next)}`;
    if (kind < 0.85) return `  - ${damaged(next, pick(next, examples, ""), 3)}`;
    return pick(next, blockExamples, "");
  });
  return lines.join("\n");
}

/** Input number `n` of a seed. */
export function fuzzScenario(seed: number, n: number): string {
  const next = random(seed * 1_000_003 + n);
  const head = next() < 0.8 ? header : damaged(next, header, 3);
  const text = `${head}手順:\n${steps(next)}\n${next() < 0.2 ? `照会手順:\n${steps(next)}\n` : ""}`;
  return next() < 0.5 ? damaged(next, text, 1 + Math.floor(next() * 4)) : text;
}
