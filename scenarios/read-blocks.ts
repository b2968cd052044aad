/** Reads the keywords that are written over several lines (もし, 繰り返す, 次のとおり入力する …) by their table. */
import { nearestWord, type YamlEntry, type YamlMap, type YamlNode } from "../core/index.ts";
import { remedyKey } from "./blocks.ja.ts";
import { readFormula } from "./formula-text.ts";
import type { Block, BlockId } from "./keyword.ts";
import { blocks } from "./keyword-table.ts";
import { branchWords } from "./keyword-words.ja.ts";
import { scenarioProblem } from "./messages.ja.ts";
import { calledPart, resolveCall } from "./read-call.ts";
import { readMost, readOver, readRemedy } from "./read-repeat.ts";
import { cellValue, fieldTarget } from "./read-table.ts";
import type { Reading } from "./reading.ts";
import type { FieldRow, Step } from "./scenario.ts";
import { isFieldName } from "./sentence.ts";

/** The block whose word is among the keys of a map, or null. */
export function blockOf(map: YamlMap): Block | null {
  const keys = map.entries.map((e) => bare(e.key));
  // 次を行う comes last in the table: 「うまくいかないとき」 may stand below any block.
  return blocks.find((b) => b.head.words.some((w) => keys.includes(w))) ?? null;
}

const bare = (key: string): string => key.normalize("NFKC").replace(/\s/gu, "");

/** The named lines of one block that were written. */
interface Written {
  readonly block: Block;
  readonly head: YamlEntry;
  readonly parts: ReadonlyMap<string, YamlEntry>;
}

/** Steps of a map of which `blockOf` says that it is a block. */
export function readBlock(map: YamlMap, ctx: Reading): Step[] {
  const block = blockOf(map);
  if (block === null) return [];
  const written = takeApart(map, block, ctx);
  if (written === null) return [];
  const steps = readers[block.id](written, ctx);
  const remedy = written.parts.get(remedyKey.name);
  if (block.id === "guarded" || remedy === undefined) return steps;
  return [guard(written, steps, ctx)];
}

function takeApart(map: YamlMap, block: Block, ctx: Reading): Written | null {
  const rows = [block.head, ...block.keys, ...(block.id === "guarded" ? [] : [remedyKey])];
  const parts = new Map<string, YamlEntry>();
  for (const entry of map.entries) {
    const row = rows.find((r) => r.words.includes(bare(entry.key)));
    if (row !== undefined && !parts.has(row.name)) parts.set(row.name, entry);
    else noteUnknownKey(entry, block, ctx);
  }
  const head = parts.get(block.head.name);
  if (head === undefined) return null;
  for (const row of block.keys.filter((r) => r.required && !parts.has(r.name)))
    noteMissingKey(block, row.words[0] ?? "", { head, ctx });
  return { block, head, parts };
}

function noteUnknownKey(entry: YamlEntry, block: Block, { book }: Reading): void {
  const words = [...block.keys, remedyKey].map((r) => r.words[0] ?? "");
  const nearest = nearestWord(entry.key, words);
  const { key } = entry;
  if (block.id === "if") book.add(scenarioProblem.unknownBranchKey, { key, nearest }, entry.keyAt);
  else {
    const facts = { block: block.head.words[0] ?? "", key, nearest, example: block.example };
    book.add(scenarioProblem.unknownBlockKey, facts, entry.keyAt);
  }
}

function noteMissingKey(
  block: Block,
  key: string,
  { head, ctx }: { head: YamlEntry; ctx: Reading },
): void {
  if (block.id === "if") ctx.book.add(scenarioProblem.ifAlone, {}, head.keyAt);
  else {
    const facts = { block: block.head.words[0] ?? "", key, example: block.example };
    ctx.book.add(scenarioProblem.missingBlockKey, facts, head.keyAt);
  }
}

type BlockReader = (written: Written, ctx: Reading) => Step[];

const readers: { readonly [K in BlockId]: BlockReader } = {
  if: readIf,
  repeat: readRepeat,
  "type-table": readTypeTable,
  calculate: readCalculate,
  call: readCallBlock,
  guarded: (written, ctx) => [guard(written, stepsOf(written.head, ctx), ctx)],
};

const stepsOf = (entry: YamlEntry | undefined, ctx: Reading): Step[] =>
  entry === undefined ? [] : ctx.steps(entry.value, entry.key);

const textOf = (node: YamlNode): string => (node.kind === "text" ? node.value.trim() : "");

function sentenceOf({ block, head }: Written, words: string): Pick<Step, "at" | "sentence"> {
  const said = words === "" ? "" : `: ${words}`;
  return { at: head.keyAt, sentence: `${block.head.words[0] ?? ""}${said}` };
}

function readIf(written: Written, ctx: Reading): Step[] {
  const { head, parts } = written;
  const line = (formula: string): string => `- ${branchWords.if[0]}: ${formula}`;
  const condition = readFormula(textOf(head.value), head.value.at, ctx.book, line);
  const then = stepsOf(parts.get("met"), ctx);
  const otherwise = stepsOf(parts.get("otherwise"), ctx);
  return [{ kind: "if", condition, then, otherwise, ...sentenceOf(written, condition) }];
}

function readRepeat(written: Written, ctx: Reading): Step[] {
  const { head, parts } = written;
  const text = textOf(head.value);
  const over = readOver(text, head.value.at, ctx.book);
  const most = readMost(parts.get("most"), ctx.book);
  const steps = stepsOf(parts.get("steps"), ctx);
  if (over === null) return [];
  return [{ kind: "repeat", over, most, steps, ...sentenceOf(written, text) }];
}

/** Every line of a table below a block; one that is no table is noted. */
function tableOf({ block, head }: Written, { book }: Reading): readonly YamlEntry[] {
  if (head.value.kind === "map" && head.value.entries.length > 0) return head.value.entries;
  const facts = { block: block.head.words[0] ?? "", example: block.example };
  book.add(scenarioProblem.blockNotTable, facts, head.keyAt);
  return [];
}

function readTypeTable(written: Written, ctx: Reading): Step[] {
  const rows = tableOf(written, ctx).map(
    (entry): FieldRow => ({
      target: fieldTarget(entry, ctx.book),
      value: cellValue(entry.value, ctx.book),
      at: entry.keyAt,
    }),
  );
  return rows.length === 0 ? [] : [{ kind: "type-table", rows, ...sentenceOf(written, "") }];
}

function readCalculate(written: Written, ctx: Reading): Step[] {
  return tableOf(written, ctx).map(({ key, keyAt, value }): Step => {
    const into = key.replace(/^[{｛](.*)[}｝]$/u, "$1").normalize("NFC");
    if (!isFieldName(into)) ctx.book.add(scenarioProblem.fieldName, { name: into }, keyAt);
    const formula = readFormula(textOf(value), value.at, ctx.book, (f) => `${into}: ${f}`);
    const sentence = `${written.block.head.words[0] ?? ""}: ${into} = ${formula}`;
    return { kind: "calculate", formula, into, at: keyAt, sentence };
  });
}

function readCallBlock(written: Written, ctx: Reading): Step[] {
  const { head, parts } = written;
  const called = calledPart(textOf(head.value), parts.get("version"), { head, book: ctx.book });
  const given = parts.get("given");
  if (given !== undefined && given.value.kind !== "map") {
    const facts = { block: given.key, example: written.block.example };
    ctx.book.add(scenarioProblem.blockNotTable, facts, given.keyAt);
  }
  const entries = given?.value.kind === "map" ? given.value.entries : [];
  const { sentence } = sentenceOf(written, textOf(head.value));
  return resolveCall({ ...called, at: head.keyAt, sentence }, { entries }, ctx);
}

function guard(written: Written, steps: readonly Step[], ctx: Reading): Step {
  const remedy = readRemedy(written.parts.get(remedyKey.name), ctx.book);
  return { kind: "guarded", steps, remedy, ...sentenceOf(written, "") };
}
