/** Rules that need the whole scenario or forbid what buka never does (SCN2xx). */
import type { ProblemBook } from "../core/index.ts";
import {
  findWrittenSecret,
  isAddress,
  isCommitCaption,
  isForbiddenCaption,
  isSecretCaption,
} from "./caption-rules.ja.ts";
import { lintProblem } from "./messages.ja.ts";
import type { Step } from "./scenario.ts";

/** Seconds that one may wait without a warning, and at all. */
const patientSeconds = 3;
const mostSeconds = 600;

/** What the rules look at. */
export interface LintMaterial {
  readonly lines: readonly string[];
  readonly steps: readonly Step[];
  readonly lookup: readonly Step[];
  readonly hasLookup: boolean;
  readonly businessKey: readonly string[];
  readonly successSign: string | null;
}

type StepOf<K extends Step["kind"]> = Step extends infer S
  ? S extends { readonly kind: K }
    ? S
    : never
  : never;
type CommitStep = StepOf<"commit">;

/** Adds every broken rule to the book. */
export function lintScenario(material: LintMaterial, book: ProblemBook): void {
  for (const step of [...flat(material.steps), ...flat(material.lookup)]) lintStep(step, book);
  lintCommit(material, book);
  lintLookup(material, book);
  for (const [i, line] of material.lines.entries()) {
    const found = findWrittenSecret(line);
    if (found) {
      book.add(lintProblem.writtenSecret, {}, book.place(i + 1, found.start + 1, found.length));
    }
  }
}

/** All steps in the order of the file, branches included. */
function flat(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) =>
    step.kind === "if" ? [step, ...flat(step.then), ...flat(step.otherwise)] : [step],
  );
}

function lintStep(step: Step, book: ProblemBook): void {
  if (step.kind === "type" || step.kind === "choose") lintSecret(step, book);
  else if (step.kind === "press") lintPress(step.target.caption, step, book);
  else if (step.kind === "press-in-row") lintPress(step.caption, step, book);
  else if (step.kind === "commit") lintForbidden(step.target.caption, step, book);
  else if (step.kind === "open") lintPath(step, book);
  else if (step.kind === "wait-seconds") lintWait(step, book);
}

function lintSecret(step: StepOf<"type" | "choose">, book: ProblemBook): void {
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
  const first = flat(material.steps).find((step) => step.kind === "commit");
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
  let road = start;
  for (const step of steps) {
    if (step.kind === "commit") {
      if (road.commit) book.add(lintProblem.commitTwice, { first: road.commit.at.line }, step.at);
      road = { commit: road.commit ?? step, unproved: step };
    } else if (step.kind === "if") {
      const then = walk(step.then, road, book);
      const otherwise = walk(step.otherwise, road, book);
      road = {
        commit: then.commit ?? otherwise.commit,
        unproved: then.unproved ?? otherwise.unproved,
      };
    } else if (isProof(step)) road = { ...road, unproved: null };
  }
  return road;
}

function isProof(step: Step): boolean {
  return /^(?:read|expect)-/u.test(step.kind);
}

function lintLookup(material: LintMaterial, book: ProblemBook): void {
  const steps = flat(material.lookup);
  for (const step of steps) {
    if (step.kind === "commit") book.add(lintProblem.commitInLookup, {}, step.at);
  }
  const [first] = steps;
  if (first && !steps.some(isProof)) book.add(lintProblem.lookupWithoutCheck, {}, first.at);
}
