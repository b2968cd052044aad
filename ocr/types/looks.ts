/** Several looks at one field (two models, two sizes) and what they agree on. */
import type { OcrEngine } from "../engines/ocr-engine.ts";
import type { Grey } from "../image/grey.ts";
import { type FieldText, lowest, readLines } from "./read-lines.ts";

/** One reading by one model in one size. */
export interface Look {
  readonly text: FieldText;
  readonly value: string;
  /** False when the value cannot be what stands there: wrong number of boxes, ink left over. */
  readonly fits: boolean;
  /** A sign was taken out to make it fit: a guess, until another look reads the same by itself. */
  readonly mended?: boolean;
}

export interface LookPlan {
  readonly engines: readonly [OcrEngine, OcrEngine];
  readonly lines: readonly Grey[];
  readonly charset: string | null;
  /** Sizes of the first and the second look, 1 = as scanned at 300 dpi. */
  readonly scales: readonly [number, number];
  readonly judge: (text: FieldText) => Look;
  /**
   * Least confidence of both first looks at which they settle the matter when they fit and agree; 0 = whenever both
   * fit, agreed or not. Below it a second look follows.
   */
  readonly sure: number;
  /** What the first model already said in the first size. */
  readonly begun?: Look;
}

/**
 * Looks once with each model. A second look of both follows when a first one does not fit (a reader that
 * lost or doubled a sign gets another chance), when they differ, or when one of them is not sure.
 */
export async function takeLooks(plan: LookPlan): Promise<Look[]> {
  const [, second] = plan.engines;
  const looks = plan.begun
    ? [plan.begun, ...(await lookOnce(plan, plan.scales[0], [second]))]
    : await lookOnce(plan, plan.scales[0]);
  const [a, b] = looks;
  const fitting = a?.fits && b?.fits;
  const settled = fitting && (plan.sure === 0 || bothSure(a, b, plan.sure));
  if (settled || looks.every((l) => l.value === "")) return looks;
  return [...looks, ...(await lookOnce(plan, plan.scales[1]))];
}

/** The first model alone, in the first size. */
export async function lookFirst(plan: LookPlan): Promise<Look> {
  const [first] = plan.engines;
  const how = { profile: { charset: plan.charset }, scale: plan.scales[0] };
  return plan.judge(await readLines(first, plan.lines, how));
}

function bothSure(a: Look, b: Look, sure: number): boolean {
  return a.value === b.value && Math.min(lowest(a.text.chars), lowest(b.text.chars)) >= sure;
}

/** A third model looks in both sizes, when the two cannot settle it between them. */
export async function lookThrice(plan: LookPlan, third: OcrEngine): Promise<Look[]> {
  const looks: Look[] = [];
  for (const scale of plan.scales) looks.push(...(await lookOnce(plan, scale, [third])));
  return looks;
}

async function lookOnce(
  plan: LookPlan,
  scale: number,
  engines: readonly OcrEngine[] = plan.engines,
): Promise<Look[]> {
  const looks: Look[] = [];
  for (const engine of engines) {
    const how = { profile: { charset: plan.charset }, scale };
    looks.push(plan.judge(await readLines(engine, plan.lines, how)));
  }
  return looks;
}

export interface Verdict {
  /** The look that speaks for the field: the commonest value that fits. */
  readonly lead: Look;
  /** All looks but at most one of four say the same and fit, both models among them, and one of them as it was read. */
  readonly agreed: boolean;
  /** Over the looks that say so. */
  readonly leastConfidence: number;
}

/** `unanimous`: no fitting look may dissent; without it one of four may. */
export function verdictOf(looks: readonly Look[], unanimous: boolean): Verdict | null {
  const fitting = looks.filter((l) => l.fits);
  const pool = fitting.length > 0 ? fitting : looks;
  const votes = (l: Look): number => pool.filter((p) => p.value === l.value).length;
  const [lead] = [...pool].sort((p, q) => votes(q) - votes(p));
  if (!lead) return null;
  const same = fitting.filter((l) => l.value === lead.value);
  const models = new Set(same.map((l) => l.text.engine.ref.name));
  const everyModel = new Set(looks.map((l) => l.text.engine.ref.name));
  const enough = (!unanimous || same.length === fitting.length) && same.some((l) => !l.mended);
  const agreed =
    enough && same.length >= Math.max(2, looks.length - 1) && models.size === everyModel.size;
  return {
    lead,
    agreed,
    leastConfidence: Math.min(
      ...pool.filter((l) => l.value === lead.value).map((l) => lowest(l.text.chars)),
    ),
  };
}

/** A model that is as sure as this of something else, in every look, is not outvoted. */
const SURE_DISSENT = 0.9;

/**
 * What two of three models say in all their fitting looks, when the third is not sure of anything else; null when there is no
 * such value. Over 770 fields of digits in print and fax, of which the first two models left 20 open, it was never wrong.
 */
export function majorityOf(looks: readonly Look[]): Verdict | null {
  const models = [...new Set(looks.map((l) => l.text.engine.ref.name))];
  const said = models.map((name) => looks.filter((l) => l.text.engine.ref.name === name && l.fits));
  for (const [lead] of said) {
    if (!lead) continue;
    const backing = said.filter(
      (own) => own.length > 0 && own.every((l) => l.value === lead.value),
    );
    const against = said.filter(
      (own) => own.length > 0 && own.every((l) => l.value !== lead.value),
    );
    if (backing.length < 2 || against.some(isSureOfOne)) continue;
    // Models do not share a scale: the surer of them speaks.
    return { lead, agreed: true, leastConfidence: Math.max(...backing.map(confidenceOf)) };
  }
  return null;
}

const isSureOfOne = (own: readonly Look[]): boolean =>
  new Set(own.map((l) => l.value)).size === 1 && confidenceOf(own) >= SURE_DISSENT;

const confidenceOf = (looks: readonly Look[]): number =>
  Math.min(...looks.map((l) => lowest(l.text.chars)));
