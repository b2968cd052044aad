/** Turns the list under 手順 or 照会手順 into steps; every fault of every sentence is noted. */
import {
  nearestWord,
  type Place,
  type ProblemBook,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "../core/index.ts";
import { diagnoseSentence, mapWordFacts } from "./diagnose-sentence.ts";
import { Found } from "./found.ts";
import { branchWords } from "./keyword-words.ja.ts";
import { matchSentence } from "./match-sentence.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { Step } from "./scenario.ts";
import { readSentence } from "./sentence.ts";

/** Reads the sentences under `key`; what cannot be read is left out and reported. */
export function readSteps(node: YamlNode, key: string, book: ProblemBook): Step[] {
  if (node.kind === "text" && node.value.trim() === "") {
    book.add(scenarioProblem.noSteps, { key }, node.at);
    return [];
  }
  if (node.kind === "map") {
    book.add(scenarioProblem.stepsNotList, { key }, node.at);
    return [];
  }
  // One sentence right after 「なら: 」 needs no list.
  const items = node.kind === "list" ? node.items : [node];
  if (items.length === 0) book.add(scenarioProblem.noSteps, { key }, node.at);
  return items.flatMap((item) => readStep(item, book));
}

function readStep(node: YamlNode, book: ProblemBook): Step[] {
  if (node.kind === "map") return readMapStep(node, book);
  if (node.kind === "list" || node.value.trim() === "") {
    book.add(scenarioProblem.stepEmpty, {}, node.at);
    return [];
  }
  return readSentenceStep(node.value, node.at, book);
}

function readSentenceStep(text: string, at: Place, book: ProblemBook): Step[] {
  const sentence = readSentence(text, at);
  const found = matchSentence(sentence);
  if (found === null) {
    diagnoseSentence(sentence, book);
    return [];
  }
  const body = found.form.build(new Found(sentence, found.match, book));
  return [{ ...body, at, sentence: text.trim() }];
}

type Branch = keyof typeof branchWords;

function branchOf(key: string): Branch | null {
  const word = key.normalize("NFKC");
  const names: readonly Branch[] = ["if", "met", "otherwise"];
  return names.find((name) => branchWords[name].some((w) => w === word)) ?? null;
}

function readMapStep(map: YamlMap, book: ProblemBook): Step[] {
  const parts = new Map<Branch, YamlEntry>();
  const others: YamlEntry[] = [];
  for (const entry of map.entries) {
    const branch = branchOf(entry.key);
    if (branch === null || parts.has(branch)) others.push(entry);
    else parts.set(branch, entry);
  }
  const condition = parts.get("if");
  if (condition === undefined) {
    noteNotIf(map, parts, book);
    return [];
  }
  for (const { key, keyAt } of others) {
    const nearest = nearestWord(key, Object.values(branchWords).flat());
    book.add(scenarioProblem.unknownBranchKey, { key, nearest }, keyAt);
  }
  return readIf(condition, { met: parts.get("met"), otherwise: parts.get("otherwise") }, book);
}

function noteNotIf(map: YamlMap, parts: ReadonlyMap<Branch, YamlEntry>, book: ProblemBook): void {
  const lone = parts.get("met") ?? parts.get("otherwise");
  const [entry] = map.entries;
  if (lone) book.add(scenarioProblem.thenAlone, { key: lone.key }, lone.keyAt);
  else if (entry === undefined) book.add(scenarioProblem.stepEmpty, {}, map.at);
  else
    book.add(scenarioProblem.stepAsMap, mapWordFacts(entry.key, textOf(entry.value)), entry.keyAt);
}

const textOf = (node: YamlNode): string => (node.kind === "text" ? node.value : "");

function readIf(
  entry: YamlEntry,
  parts: { met: YamlEntry | undefined; otherwise: YamlEntry | undefined },
  book: ProblemBook,
): Step[] {
  const condition = readCondition(entry, book);
  const steps = (part: YamlEntry | undefined): Step[] =>
    part === undefined ? [] : readSteps(part.value, part.key, book);
  const then = steps(parts.met);
  const otherwise = steps(parts.otherwise);
  if (parts.met === undefined) book.add(scenarioProblem.ifAlone, {}, entry.keyAt);
  const sentence = `${branchWords.if[0]}: ${condition}`;
  return [{ kind: "if", condition, then, otherwise, at: entry.keyAt, sentence }];
}

function readCondition(entry: YamlEntry, book: ProblemBook): string {
  const { value } = entry;
  const text = value.kind === "text" ? value.value.trim() : "";
  const condition = text.replace(/^[=＝]\s*/u, "");
  if (condition === "") book.add(scenarioProblem.emptyCondition, {}, value.at);
  const strings = /"[^"]*"/gu;
  if (!/[{}｛｝＝＞＜≧≦≠“”「」（），＋－]|[０-９]/u.test(condition.replace(strings, "")))
    return condition;
  const fix = `- ${branchWords.if[0]}: ${mendCondition(condition)}`;
  book.add(scenarioProblem.conditionShape, { fix }, value.at);
  return condition;
}

function mendCondition(condition: string): string {
  return condition
    .replace(/[“”「」]/gu, '"')
    .replace(/≧/gu, ">=")
    .replace(/≦/gu, "<=")
    .replace(/≠/gu, "<>")
    .split(/("[^"]*")/u)
    .map((part) => (part.startsWith('"') ? part : part.replace(/[{}｛｝]/gu, "").normalize("NFKC")))
    .join("");
}
