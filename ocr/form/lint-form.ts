/** Advice about a form that parses but would read badly (帳票の読み取り適性). */
import type { Form, FormField, MmBox } from "../form.ts";
import { asksForPrivateNumber } from "../types/private-number.ja.ts";
import { formAdvice } from "./messages.ja.ts";
import { boxHeight, boxPitch, clear, edge, hundredths, mm, points } from "./paper.ts";
import { valueSize } from "./place-values.ts";

/** One weakness of a form: no error, but pages would read worse. */
export interface FormAdvice {
  /** Stable ASCII key such as "free-digits". */
  readonly code: string;
  /** Field that the advice is about. */
  readonly field: string;
  /** A Japanese sentence for the clerk: what is weak and what to change. */
  readonly message: string;
  /** Points of 100 that the field loses by it. */
  readonly points: number;
}

type Check = (field: FormField, form: Form) => FormAdvice | null;

/** Everything that would make the printed form read worse; empty when it is fit. */
export function lintForm(form: Form): readonly FormAdvice[] {
  const checks: readonly Check[] = [
    freeDigits,
    freeCodes,
    narrowBoxes,
    lowZone,
    crowdedText,
    nearEdge,
    nearMarker,
    noCheckPartner,
    handKana,
    privateNumber,
  ];
  return form.fields.flatMap((field) =>
    checks.map((check) => check(field, form)).filter((a) => a !== null),
  );
}

/** What each weakness costs its field: judgement, not measurement; what cannot be read at all costs most. */
const costs: Readonly<Record<string, number>> = {
  "private-number": 100,
  "near-edge": 60,
  "near-marker": 60,
  "hand-kana": 60,
  "free-digits": 40,
  "free-codes": 40,
  "narrow-boxes": 30,
  "low-zone": 30,
  "crowded-text": 25,
  "no-check-partner": 15,
};

function advice(code: string, field: FormField, message: string): FormAdvice {
  return { code, field: field.name, message, points: costs[code] ?? 20 };
}

/** How fit a form is for reading, 0 to 100: the mean of its fields, each 100 less what its weaknesses cost. */
export function scoreForm(form: Form): number {
  const found = lintForm(form);
  const points = form.fields.map((field) => {
    const lost = found.filter((a) => a.field === field.name).reduce((sum, a) => sum + a.points, 0);
    return Math.max(0, 100 - lost);
  });
  return Math.round(points.reduce((sum, p) => sum + p, 0) / Math.max(1, points.length));
}

const freeDigits: Check = (field) =>
  (field.type === "digits" || (field.type === "amount" && field.writing === "hand")) &&
  field.boxes === null
    ? advice("free-digits", field, formAdvice.freeDigits(field))
    : null;

const codeTypes: readonly string[] = [
  "postal-code",
  "account-number",
  "corporate-number",
  "invoice-number",
  "phone",
];

/** Adopted forms may have numbers without boxes: handwriting in them cannot be cut into characters. */
const freeCodes: Check = (field, form) =>
  form.layout.landmarks &&
  codeTypes.includes(field.type) &&
  field.boxes === null &&
  field.writing === "hand"
    ? advice("free-codes", field, formAdvice.freeDigits(field))
    : null;

const narrowBoxes: Check = (field, form) => {
  const pitch = form.layout.zones[field.name]?.boxes[0]?.width;
  if (pitch === undefined || pitch >= boxPitch.good) return null;
  return advice("narrow-boxes", field, formAdvice.narrowBoxes({ name: field.name, pitch }));
};

const lowZone: Check = (field, form) => {
  const zone = form.layout.zones[field.name];
  if (!zone || zone.area.height >= boxHeight) return null;
  const height = hundredths(zone.area.height);
  return advice("low-zone", field, formAdvice.lowZone({ name: field.name, height }));
};

/** Full-width characters at the greatest length, on as many lines as the zone has room for. */
const crowdedText: Check = (field, form) => {
  const zone = form.layout.zones[field.name];
  if (!zone || zone.boxes.length > 0 || field.maxLength === null || zone.ticks.length > 0)
    return null;
  const halfWidth = field.type === "phone" || field.type === "digits" || field.type === "amount";
  const ems = halfWidth ? field.maxLength / 2 : field.maxLength;
  const lines = zone.area.height >= 3 * mm(valueSize.least + 1) + clear ? 2 : 1;
  const size = Math.floor(points((lines * (zone.area.width - 2 * clear)) / ems));
  if (size >= valueSize.least) return null;
  return advice("crowded-text", field, formAdvice.crowdedText({ name: field.name, size }));
};

const nearEdge: Check = (field, form) => {
  const area = form.layout.zones[field.name]?.area;
  if (!area) return null;
  const right = form.paper.width - area.x - area.width;
  const bottom = form.paper.height - area.y - area.height;
  if (Math.min(area.x, area.y, right, bottom) >= edge) return null;
  return advice("near-edge", field, formAdvice.nearEdge(field));
};

const nearMarker: Check = (field, form) => {
  const area = form.layout.zones[field.name]?.area;
  const fixed = form.layout.landmarks ? [] : [...form.layout.markers, form.layout.qr];
  if (!area || !fixed.some((m) => gap(area, m) < clear)) return null;
  return advice("near-marker", field, formAdvice.nearMarker(field));
};

/** Distance between two boxes in mm; negative when they overlap. */
function gap(a: MmBox, b: MmBox): number {
  const dx = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
  const dy = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.max(dx, dy);
}

/** An account number carries no check digit: a bank or branch read from a list is the only cross-check. */
const noCheckPartner: Check = (field, form) =>
  field.type === "account-number" && !form.fields.some((f) => f.type === "master")
    ? advice("no-check-partner", field, formAdvice.noCheckPartner(field))
    : null;

const handKana: Check = (field) =>
  field.type === "kana" && field.writing === "hand" && field.boxes === null
    ? advice("hand-kana", field, formAdvice.handKana(field))
    : null;

/** Every page on which it is filled in would be stopped. */
const privateNumber: Check = (field) =>
  field.type !== "choice" && field.type !== "check" && asksForPrivateNumber(field.name)
    ? advice("private-number", field, formAdvice.privateNumber(field))
    : null;
