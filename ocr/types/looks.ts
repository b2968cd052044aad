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
}

export interface LookPlan {
  readonly engines: readonly [OcrEngine, OcrEngine];
  readonly lines: readonly Grey[];
  readonly charset: string | null;
  /** Sizes of the first and the second look, 1 = as scanned at 300 dpi. */
  readonly scales: readonly [number, number];
  readonly judge: (text: FieldText) => Look;
  /** True for values that a person must see anyway: no second look is spent on them. */
  readonly doubtful?: (value: string) => boolean;
  /** True: even two fitting looks that agree are checked by a second look each. */
  readonly always: boolean;
}

/**
 * Looks once with each model. A second look of both follows when a first one does not fit (a reader that
 * lost or doubled a sign gets another chance) or when the plan asks for it; never to overrule two fitting
 * looks that differ.
 */
export async function takeLooks(plan: LookPlan): Promise<Look[]> {
  const looks = await lookOnce(plan, plan.scales[0]);
  const [a, b] = looks;
  const differ = a?.fits && b?.fits && a.value !== b.value;
  const settled = a?.fits && b?.fits && !plan.always;
  const doubtful = a?.fits && b?.fits && plan.doubtful?.(a.value) === true;
  if (differ || settled || doubtful || looks.every((l) => l.value === "")) return looks;
  return [...looks, ...(await lookOnce(plan, plan.scales[1]))];
}

async function lookOnce(plan: LookPlan, scale: number): Promise<Look[]> {
  const looks: Look[] = [];
  for (const engine of plan.engines) {
    const how = { profile: { charset: plan.charset }, scale };
    looks.push(plan.judge(await readLines(engine, plan.lines, how)));
  }
  return looks;
}

export interface Verdict {
  /** The look that speaks for the field: the commonest value that fits. */
  readonly lead: Look;
  /** All fitting looks say the same, both models among them, and at most one look does not fit. */
  readonly agreed: boolean;
  /** Over the looks that fit. */
  readonly leastConfidence: number;
}

export function verdictOf(looks: readonly Look[]): Verdict | null {
  const fitting = looks.filter((l) => l.fits);
  const pool = fitting.length > 0 ? fitting : looks;
  const votes = (l: Look): number => pool.filter((p) => p.value === l.value).length;
  const [lead] = [...pool].sort((p, q) => votes(q) - votes(p));
  if (!lead) return null;
  const models = new Set(fitting.map((l) => l.text.engine.ref.name));
  const everyModel = new Set(looks.map((l) => l.text.engine.ref.name));
  const agreed =
    fitting.length >= Math.max(2, looks.length - 1) &&
    models.size === everyModel.size &&
    votes(lead) === fitting.length;
  return { lead, agreed, leastConfidence: Math.min(...pool.map((l) => lowest(l.text.chars))) };
}
