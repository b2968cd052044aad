/** Decides which form a page is and how it lies: by corner squares and QR code, or by rules and words (adopted forms). */
import type { CaseReason } from "../../core/index.ts";
import { layoutMark } from "../form/layout-mark.ts";
import type { QrFacts } from "../form/qr-code.ts";
import type { Form, MmBox } from "../form.ts";
import type { Grey } from "../image/grey.ts";
import { cut, shrink } from "../image/grey.ts";
import {
  type FourPoints,
  fitHomography,
  type Homography,
  type Point,
} from "../image/homography.ts";
import { inkShare, paperOf } from "../image/ink.ts";
import { pageReasons } from "../messages.ja.ts";
import { findMarkers } from "./find-markers.ts";
import { type FoundLabel, readLabelAnywhere, readLabelNear } from "./read-label.ts";
import { fitLandmarks } from "./register-by-landmarks.ts";

export type Registration =
  | {
      readonly kind: "form";
      readonly form: Form;
      readonly label: QrFacts;
      /** Millimetres of the form → pixels of the page as scanned. */
      readonly toPage: Homography;
    }
  | { readonly kind: "blank" | "foreign" | "unreadable"; readonly reason: CaseReason };

/** How far the QR code may stand from its place (mm) and how much its size may differ. */
const QR_SHIFT_MM = 1;
const QR_SIZE_SHARE = 0.12;

/** Opposite sides of the marker rectangle may differ by this share: more is a photograph or a fold. */
const SIDE_SHARE = 0.04;

/** Dark share of a page's inside below which it is blank paper. */
const BLANK_SHARE = 0.0003;

/** Side in pixels of the squares whose mean is looked at, larger than a speck of dust. */
const SPECK = 4;

/** How much darker than the paper a pixel must be to count on a page that may be blank. */
const BLANK_DEPTH = 60;

export async function registerPage(page: Grey, forms: readonly Form[]): Promise<Registration> {
  const adopted = forms.filter((f) => f.layout.landmarks);
  const ours = forms.filter((f) => !f.layout.landmarks);
  return (
    (ours.length > 0 ? await byMarkers(page, ours) : null) ??
    (adopted.length > 0 ? byLandmarks(page, adopted) : null) ??
    withoutPlane(page, ours)
  );
}

/** Pages that we printed; null when corners or QR code are missing. */
async function byMarkers(page: Grey, forms: readonly Form[]): Promise<Registration | null> {
  const corners = findMarkers(page);
  if (corners) {
    for (const attempt of attempts(corners, forms)) {
      const found = await readLabelNear(page, attempt.toPage, attempt.form.layout.qr);
      if (found) return judge(found, attempt, forms);
    }
  }
  return null;
}

/** Landmarks may stand so far (mm) from where the plane says; more means a wrong plane, and nothing is guessed. */
const RESIDUAL_MM = 1;

/** How much better (in shares of landmarks found) the best form must be than the next. */
const CLEAR_LEAD = 0.06;

/** Pages of adopted forms; null when the page is a copy of none of them. */
function byLandmarks(page: Grey, forms: readonly Form[]): Registration | null {
  const [best, next] = fitLandmarks(page, forms);
  if (!best) return null;
  const { form, toPage } = best;
  if (next && best.rules + best.words - next.rules - next.words < CLEAR_LEAD) {
    const facts = { first: form.title, second: next.form.title };
    return { kind: "unreadable", reason: pageReasons.twoForms(facts) };
  }
  if (!best.whole) return { kind: "unreadable", reason: pageReasons.distorted() };
  if (best.residual > RESIDUAL_MM) {
    const mm = Math.round(best.residual * 10) / 10;
    return { kind: "unreadable", reason: pageReasons.shifted({ mm }) };
  }
  const label = { formId: form.id, version: form.version, layout: null, page: 1, extra: null };
  return { kind: "form", form, label, toPage };
}

interface Attempt {
  readonly form: Form;
  readonly corners: FourPoints;
  readonly toPage: Homography;
}

/** Every form in every quarter turn whose marker rectangle has about the right shape. */
function* attempts(found: FourPoints, forms: readonly Form[]): Generator<Attempt> {
  for (const form of forms) {
    const places = form.layout.markers.map(centre) as unknown as FourPoints;
    for (const corners of turns(found)) {
      if (!sameShape(places, corners)) continue;
      const toPage = fitHomography(places, corners);
      if (toPage) yield { form, corners, toPage };
    }
  }
}

/** Upright first, then upside down, then the two sideways turns. */
function turns([a, b, c, d]: FourPoints): FourPoints[] {
  return [
    [a, b, c, d],
    [d, c, b, a],
    [b, d, a, c],
    [c, a, d, b],
  ];
}

function sameShape(places: FourPoints, corners: FourPoints): boolean {
  const shape = (p: FourPoints): number => distance(p[0], p[1]) / distance(p[0], p[2]);
  return Math.abs(shape(corners) / shape(places) - 1) < 0.08;
}

function judge(found: FoundLabel, attempt: Attempt, forms: readonly Form[]): Registration {
  const { label } = found;
  const refused = refuse(label, forms);
  if (refused) return refused;
  const form = forms.find((f) => f.id === label.formId && f.version === label.version);
  const unreadable = { kind: "unreadable", reason: pageReasons.distorted() } as const;
  if (!form) return unreadable;
  if (label.layout !== null && label.layout !== layoutMark(form))
    return { kind: "unreadable", reason: pageReasons.otherLayout({ version: form.version }) };
  const places = form.layout.markers.map(centre) as unknown as FourPoints;
  const toPage = form === attempt.form ? attempt.toPage : fitHomography(places, attempt.corners);
  if (!toPage || !evenSides(attempt.corners) || !codeInPlace(found, form.layout.qr))
    return unreadable;
  return { kind: "form", form, label, toPage };
}

/** What the label alone rules out. */
function refuse(label: QrFacts, forms: readonly Form[]): Registration | null {
  const known = forms.filter((f) => f.id === label.formId);
  const first = known[0];
  if (!first) return { kind: "foreign", reason: pageReasons.unknownForm() };
  if (!known.some((f) => f.version === label.version)) {
    const facts = { found: label.version, expected: first.version };
    return { kind: "unreadable", reason: pageReasons.wrongVersion(facts) };
  }
  if (label.page === 1) return null;
  return { kind: "unreadable", reason: pageReasons.wrongSheet({ sheet: label.page }) };
}

function evenSides([a, b, c, d]: FourPoints): boolean {
  const even = (p: number, q: number): boolean => Math.abs(p / q - 1) < SIDE_SHARE;
  return even(distance(a, b), distance(c, d)) && even(distance(a, c), distance(b, d));
}

/** Residual of the registration, measured where no marker had a say. */
function codeInPlace(found: FoundLabel, place: MmBox): boolean {
  const [a, b, c, d] = found.corners;
  const middle = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
  const side = (distance(a, b) + distance(a, c)) / 2;
  const upright = b.x - a.x > 0.9 * side && c.y - a.y > 0.9 * side;
  const sized = Math.abs(side / place.width - 1) < QR_SIZE_SHARE;
  return upright && sized && distance(middle, centre(place)) < QR_SHIFT_MM;
}

/** No plane: say whether it is blank, ours but badly scanned, or foreign. */
async function withoutPlane(page: Grey, forms: readonly Form[]): Promise<Registration> {
  if (isBlank(page)) return { kind: "blank", reason: pageReasons.blank() };
  const label = await readLabelAnywhere(page);
  if (!label) return { kind: "foreign", reason: pageReasons.foreign() };
  const refused = refuse(label, forms);
  return refused ?? { kind: "unreadable", reason: pageReasons.markersMissing() };
}

/** Looks at the inside only (scanner shadows along the edges are no writing) and overlooks specks. */
function isBlank(page: Grey): boolean {
  const small = shrink(page, SPECK);
  const margin = Math.round(0.04 * Math.min(small.width, small.height));
  const width = small.width - 2 * margin;
  const height = small.height - 2 * margin;
  const inside = cut(small, { x: margin, y: margin, width, height });
  return inkShare(inside, paperOf(inside) - BLANK_DEPTH) < BLANK_SHARE;
}

const centre = (b: MmBox): Point => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 });

const distance = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);
