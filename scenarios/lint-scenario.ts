/** Rules that need the whole scenario or forbid what buka never does (SCN2xx). */
import type { ProblemBook } from "../core/index.ts";
import {
  findQuestion,
  findWrittenSecret,
  isAddress,
  isCommitCaption,
  isForbiddenCaption,
  isSecretCaption,
} from "./caption-rules.ja.ts";
import { fieldsOf } from "./fields-used.ts";
import { isFileName, plainFileName } from "./file-name.ts";
import { listingFields } from "./keyword-words.ja.ts";
import { lintProblem } from "./messages.ja.ts";
import { mostRounds } from "./read-repeat.ts";
import type { Step } from "./scenario.ts";
import { flatSteps, innerSteps } from "./step-tree.ts";

/** Seconds that one may wait without a warning, and at all. */
const patientSeconds = 3;
const mostSeconds = 600;

/** What the rules look at. */
export interface LintMaterial {
  readonly lines: readonly string[];
  readonly steps: readonly Step[];
  readonly lookup: readonly Step[];
  readonly listing: readonly Step[];
  /** 所属ごとの値 */
  readonly sectionValues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly hasLookup: boolean;
  readonly businessKey: readonly string[];
  readonly successSign: string | null;
  /** 使うファイル */
  readonly files: readonly string[];
}

type StepOf<K extends Step["kind"]> = Step extends infer S
  ? S extends { readonly kind: K }
    ? S
    : never
  : never;
type CommitStep = StepOf<"commit">;

/** Adds every broken rule to the book. */
export function lintScenario(material: LintMaterial, book: ProblemBook): void {
  const { steps, lookup, listing } = material;
  const own = [steps, lookup, listing].flatMap(ownSteps);
  for (const step of own) lintStep(step, book);
  lintCommit(material, book);
  lintLookup(material, book);
  lintListing(material, book);
  lintFiles(own, material.files, book);
  for (const [i, line] of material.lines.entries()) lintLine(line, i + 1, book);
}

/** What a line holds whatever it means, comments included. */
function lintLine(line: string, number: number, book: ProblemBook): void {
  const secret = findWrittenSecret(line);
  if (secret)
    book.add(lintProblem.writtenSecret, {}, book.place(number, secret.start + 1, secret.length));
  const question = findQuestion(line);
  if (question) {
    const at = book.place(number, question.start + 1, line.length);
    book.add(lintProblem.openQuestion, { question: question.text }, at);
  }
}

/** The rules that hold for a part: those of its sentences, and that 登録 stays in the scenario. */
export function lintPart(steps: readonly Step[], book: ProblemBook): void {
  for (const step of ownSteps(steps)) {
    lintStep(step, book);
    if (step.kind === "commit") book.add(lintProblem.commitInPart, {}, step.at);
  }
}

/** Without the sentences of parts: they are looked at in their own file. */
function ownSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) =>
    step.kind === "call" ? [step] : [step, ...innerSteps(step).flatMap(ownSteps)],
  );
}

function lintStep(step: Step, book: ProblemBook): void {
  if (step.kind === "type" || step.kind === "choose") lintSecret(step, book);
  else if (step.kind === "type-in-row")
    lintSecret({ ...step, target: { caption: step.caption } }, book);
  else if (step.kind === "press") lintPress(step.target.caption, step, book);
  else if (step.kind === "press-in-row") lintPress(step.caption, step, book);
  else if (step.kind === "commit") lintForbidden(step.target.caption, step, book);
  else if (step.kind === "open") lintPath(step, book);
  else if (step.kind === "wait-seconds") lintWait(step, book);
  else if (step.kind === "save-download") lintPress(step.target.caption, step, book);
  else if (step.kind === "type-table") lintTable(step, book);
  else if (step.kind === "repeat" || step.kind === "guarded") lintHolder(step, book);
}

/** 次のとおり入力する is as many sentences as it has lines. */
function lintTable(step: StepOf<"type-table">, book: ProblemBook): void {
  for (const { target, value, at } of step.rows) {
    const names = value.map((part) => (part.kind === "field" ? part.name : ""));
    if ([target.caption, ...names].some(isSecretCaption)) book.add(lintProblem.typedSecret, {}, at);
  }
}

/** What holds 登録 must not run it twice or pass over it; what repeats must end. */
function lintHolder(step: StepOf<"repeat" | "guarded">, book: ProblemBook): void {
  const commit = flatSteps(step.steps).find((s) => s.kind === "commit");
  if (commit && step.kind === "repeat") book.add(lintProblem.commitInLoop, {}, commit.at);
  if (commit && step.kind === "guarded") book.add(lintProblem.commitInGuard, {}, commit.at);
  if (step.kind === "repeat" && step.over.kind === "while" && step.most === null)
    book.add(lintProblem.endlessLoop, { limit: mostRounds }, step.at);
}

/** Plain names that the header declares: no folders, no drives, nothing that Windows takes for a device. */
function lintFiles(steps: readonly Step[], declared: readonly string[], book: ProblemBook): void {
  for (const step of steps) {
    for (const name of fileNamesOf(step)) lintFileName({ name, at: step.at }, declared, book);
  }
}

function lintFileName(
  { name, at }: { readonly name: string; readonly at: Step["at"] },
  declared: readonly string[],
  book: ProblemBook,
): void {
  if (!isFileName(name)) {
    book.add(lintProblem.badFileName, { name: name.slice(0, 60) }, at);
    return;
  }
  if (declared.map(plainFileName).includes(plainFileName(name))) return;
  const known = [...declared, name].join(", ");
  book.add(lintProblem.undeclaredFile, { name, known }, at);
}

function fileNamesOf(step: Step): readonly string[] {
  if (step.kind === "read-file" || step.kind === "write-file") return [step.file];
  if (step.kind !== "attach" && step.kind !== "save-download") return [];
  const { file } = step;
  // A name out of a field is checked when it is known.
  if (file === null || file.some((part) => part.kind === "field")) return [];
  return [file.map((part) => (part.kind === "text" ? part.text : "")).join("")];
}

function lintSecret(
  step: Pick<StepOf<"type">, "value" | "at"> & { readonly target: { readonly caption: string } },
  book: ProblemBook,
): void {
  const names = step.value.map((part) => (part.kind === "field" ? part.name : ""));
  if ([step.target.caption, ...names].some(isSecretCaption)) {
    book.add(lintProblem.typedSecret, {}, step.at);
  }
}

function lintForbidden(caption: string, step: Step, book: ProblemBook): void {
  if (isForbiddenCaption(caption)) book.add(lintProblem.forbiddenPress, { caption }, step.at);
}

function lintPress(caption: string, step: Step, book: ProblemBook): void {
  lintForbidden(caption, step, book);
  if (isCommitCaption(caption)) book.add(lintProblem.commitByPress, { caption }, step.at);
}

function lintPath(step: StepOf<"open">, book: ProblemBook): void {
  const text = step.path.find(isAddress);
  if (text !== undefined) book.add(lintProblem.badPath, { text: text.slice(0, 60) }, step.at);
}

function lintWait(step: StepOf<"wait-seconds">, book: ProblemBook): void {
  const { seconds } = step;
  if (seconds > mostSeconds) book.add(lintProblem.endlessWait, { limit: mostSeconds }, step.at);
  else if (seconds > patientSeconds) book.add(lintProblem.longWait, { seconds }, step.at);
}

function lintCommit(material: LintMaterial, book: ProblemBook): void {
  const first = flatSteps(material.steps).find((step) => step.kind === "commit");
  if (first === undefined) return;
  if (material.businessKey.length === 0) book.add(lintProblem.commitWithoutKey, {}, first.at);
  if (!material.hasLookup) book.add(lintProblem.commitWithoutLookup, {}, first.at);
  if (material.successSign === null) book.add(lintProblem.commitWithoutSign, {}, first.at);
  const unproved = walk(material.steps, { commit: null, unproved: null }, book).unproved;
  if (unproved) book.add(lintProblem.commitWithoutProof, {}, unproved.at);
}

/** The state of one road through the steps: the commit on it, and the commit that nothing has confirmed yet. */
interface Road {
  readonly commit: CommitStep | null;
  readonly unproved: CommitStep | null;
}

function walk(steps: readonly Step[], start: Road, book: ProblemBook): Road {
  return steps.reduce((road, step) => walkStep(step, road, book), start);
}

function walkStep(step: Step, road: Road, book: ProblemBook): Road {
  switch (step.kind) {
    case "commit":
      if (road.commit) book.add(lintProblem.commitTwice, { first: road.commit.at.line }, step.at);
      return { commit: road.commit ?? step, unproved: step };
    case "repeat":
    case "guarded":
      return walk(step.steps, road, book);
    case "if": {
      const then = walk(step.then, road, book);
      const otherwise = walk(step.otherwise, road, book);
      return {
        commit: then.commit ?? otherwise.commit,
        unproved: then.unproved ?? otherwise.unproved,
      };
    }
    default:
      return isProof(step) ? { ...road, unproved: null } : road;
  }
}

function isProof(step: Step): boolean {
  return /^(?:read|expect)-/u.test(step.kind);
}

function lintLookup(material: LintMaterial, book: ProblemBook): void {
  const steps = flatSteps(material.lookup);
  for (const step of steps) {
    if (step.kind === "commit") book.add(lintProblem.commitInLookup, {}, step.at);
    if (step.kind === "guarded" && step.remedy.then === "skip")
      book.add(lintProblem.skipInLookup, {}, step.at);
  }
  const [first] = steps;
  if (first && !steps.some(isProof)) book.add(lintProblem.lookupWithoutCheck, {}, first.at);
}

/** What a listing may know: days of the books, and what it has read itself. No case is at hand. */
function lintListing({ listing, sectionValues }: LintMaterial, book: ProblemBook): void {
  const steps = flatSteps(listing);
  const [first] = steps;
  if (!first) return;
  for (const step of steps.filter((s) => s.kind === "commit"))
    book.add(lintProblem.commitInListing, {}, step.at);
  if (!steps.some((s) => s.kind === "read-table" || s.kind === "read-file"))
    book.add(lintProblem.listingWithoutTable, {}, first.at);
  const given = Object.values(sectionValues).flatMap((values) => Object.keys(values));
  const known = [...Object.values(listingFields), ...given];
  for (const name of fieldsOf(listing).used.filter((n) => !known.includes(n)))
    book.add(lintProblem.listingField, { name, known }, first.at);
}
