/** Turns the list under 手順 or 照会手順 into steps; every fault of every sentence is noted. */
import type { Place, ProblemBook, YamlMap, YamlNode } from "../core/index.ts";
import { diagnoseSentence, mapWordFacts } from "./diagnose-sentence.ja.ts";
import { Found } from "./found.ts";
import { branchWords } from "./keyword-words.ja.ts";
import { matchSentence } from "./match-sentence.ts";
import { scenarioProblem } from "./messages.ja.ts";
import { blockOf, readBlock } from "./read-blocks.ts";
import { resolveCall } from "./read-call.ts";
import type { Reading } from "./reading.ts";
import type { Step } from "./scenario.ts";
import { readSentence } from "./sentence.ts";

/** Begins to read sentences into `book`, with the parts of `shelf` in reach. */
export function startReading(book: ProblemBook, shelf: Reading["shelf"]): Reading {
  const ctx: Reading = { book, shelf, steps: (node, key) => readSteps(node, key, ctx) };
  return ctx;
}

function readSteps(node: YamlNode, key: string, ctx: Reading): Step[] {
  const { book } = ctx;
  if (node.kind === "text" && node.value.trim() === "") {
    book.add(scenarioProblem.noSteps, { key }, node.at);
    return [];
  }
  if (node.kind === "map") {
    if (blockOf(node) !== null) return readBlock(node, ctx);
    book.add(scenarioProblem.stepsNotList, { key }, node.at);
    return [];
  }
  // One sentence right after 「なら: 」 needs no list.
  const items = node.kind === "list" ? node.items : [node];
  if (items.length === 0) book.add(scenarioProblem.noSteps, { key }, node.at);
  return items.flatMap((item) => readStep(item, ctx));
}

function readStep(node: YamlNode, ctx: Reading): Step[] {
  if (node.kind === "map") return readMapStep(node, ctx);
  if (node.kind === "list" || node.value.trim() === "") {
    ctx.book.add(scenarioProblem.stepEmpty, {}, node.at);
    return [];
  }
  return readSentenceStep(node.value, node.at, ctx);
}

function readSentenceStep(text: string, at: Place, ctx: Reading): Step[] {
  const sentence = readSentence(text, at);
  const found = matchSentence(sentence);
  if (found === null) {
    diagnoseSentence(sentence, ctx.book);
    return [];
  }
  const body = found.form.build(new Found(sentence, found.match, ctx.book));
  const step: Step = { ...body, at, sentence: text.trim() };
  return step.kind === "call" ? resolveCall(step, { entries: [] }, ctx) : [step];
}

function readMapStep(map: YamlMap, ctx: Reading): Step[] {
  if (blockOf(map) !== null) return readBlock(map, ctx);
  noteNoBlock(map, ctx.book);
  return [];
}

function noteNoBlock(map: YamlMap, book: ProblemBook): void {
  const branches: readonly string[] = [...branchWords.met, ...branchWords.otherwise];
  const lone = map.entries.find((e) => branches.includes(e.key.normalize("NFKC")));
  const [entry] = map.entries;
  if (lone) book.add(scenarioProblem.thenAlone, { key: lone.key }, lone.keyAt);
  else if (entry === undefined) book.add(scenarioProblem.stepEmpty, {}, map.at);
  else {
    const value = entry.value.kind === "text" ? entry.value.value : "";
    book.add(scenarioProblem.stepAsMap, mapWordFacts(entry.key, value), entry.keyAt);
  }
}
