/** 呼び出す: finds the part by name and version, and ties its fields to values of the caller. */
import { nearestWord, type ProblemBook, type YamlEntry } from "../core/index.ts";
import { Found } from "./found.ts";
import { anyPart } from "./match-sentence.ts";
import { scenarioProblem } from "./messages.ja.ts";
import type { Part, PartAnswer } from "./part-shelf.ts";
import { cellValue } from "./read-table.ts";
import type { Reading } from "./reading.ts";
import type { GivenValue, Step } from "./scenario.ts";
import { readSentence } from "./sentence.ts";

type Call = Extract<Step, { kind: "call" }>;

/** The name and version behind 「呼び出す:」; without brackets the whole text is the name. */
export function calledPart(
  text: string,
  version: YamlEntry | undefined,
  { head, book }: { head: YamlEntry; book: ProblemBook },
): Omit<Call, "at" | "sentence"> {
  const sentence = readSentence(text, head.value.at);
  const match = anyPart.exec(sentence.canon);
  const named = match ? new Found(sentence, match, book).part("part") : null;
  const written = version?.value.kind === "text" ? version.value.value.normalize("NFKC") : "";
  const own = /^\d{1,4}$/u.test(written.trim()) ? Number(written) : 0;
  const base = { kind: "call" as const, given: [], returns: [], steps: [] };
  if (named?.kind !== "call") return { ...base, part: text.trim(), version: own };
  return { ...base, part: named.part, version: named.version === 0 ? own : named.version };
}

/** The call with the sentences of its part; nothing, and a problem, when there is no such part. */
export function resolveCall(
  call: Call,
  { entries }: { readonly entries: readonly YamlEntry[] },
  ctx: Reading,
): Step[] {
  const answer = ctx.shelf.find(call.part, call.version);
  if (answer.kind !== "part") {
    notePart(call, answer, ctx.book);
    return [];
  }
  const given = givenTo(answer.part, entries, ctx.book);
  return [{ ...call, given, returns: answer.part.returns, steps: answer.part.steps }];
}

function notePart(
  call: Call,
  answer: Exclude<PartAnswer, { kind: "part" }>,
  book: ProblemBook,
): void {
  const { part, version, at } = call;
  if (answer.kind === "unknown")
    book.add(scenarioProblem.unknownPart, { part, nearest: answer.nearest }, at);
  else if (answer.kind === "no-version")
    book.add(scenarioProblem.partVersion, { part, version, versions: answer.versions }, at);
  else if (answer.kind === "circle")
    book.add(scenarioProblem.partCircle, { trail: answer.trail }, at);
  else book.add(scenarioProblem.partBroken, { part, file: answer.file }, at);
}

/** What 渡す says, and fields of the same name for the rest. */
function givenTo(part: Part, entries: readonly YamlEntry[], book: ProblemBook): GivenValue[] {
  const given: GivenValue[] = [];
  for (const { key, keyAt, value } of entries) {
    const name = key.replace(/^[{｛](.*)[}｝]$/u, "$1").normalize("NFC");
    if (part.inputs.includes(name)) given.push({ name, value: cellValue(value, book) });
    else {
      const facts = { part: part.title, name, nearest: nearestWord(name, part.inputs) };
      book.add(scenarioProblem.unknownGiven, facts, keyAt);
    }
  }
  const rest = part.inputs.filter((name) => !given.some((g) => g.name === name));
  return [...given, ...rest.map((name) => ({ name, value: [{ kind: "field" as const, name }] }))];
}
