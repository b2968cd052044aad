/** Resolution order (design: "Finding what a clerk sees"): the first way that gives exactly one hit wins, two stop. */
import type { Target } from "../../scenarios/index.ts";
import type { Look, LookFrame } from "./look.ts";
import {
  type MatchLevel,
  matches,
  partsOf,
  plainCaption,
  saysFurther,
  uncounted,
} from "./match-caption.ts";
import type { Clickable, Control, Name, Thing } from "./view.ts";
import { namingMethods, sharesLine } from "./view.ts";

/** A thing of one frame of one look. */
export interface Spot<T extends Thing = Thing> {
  readonly frame: LookFrame;
  readonly thing: T;
}

export type Resolution<T extends Thing> =
  | { readonly kind: "one"; readonly spot: Spot<T>; readonly foundBy: string }
  | { readonly kind: "many"; readonly spots: readonly Spot<T>[]; readonly foundBy: string }
  | { readonly kind: "none" };

/** What the sentence says and what this product may call it instead (dictionary first). */
export interface Wanted {
  readonly target: Target;
  /** Captions to try in order; the last one is the caption of the sentence. */
  readonly captions: readonly string[];
  readonly scopes: readonly string[];
  /** Exact captions only: for buttons that cannot be taken back, and while a screen is still loading. */
  readonly exactOnly: boolean;
}

export const fieldOrder: readonly Name["method"][] = namingMethods;
export const clickOrder: readonly Name["method"][] = ["button-name", "title", "clickable-text"];

export function resolve<T extends Thing>(
  spots: readonly Spot<T>[],
  wanted: Wanted,
  order: readonly Name["method"][],
): Resolution<T> {
  const inScope = spotsInScope(spots, wanted.scopes);
  for (const caption of wanted.captions) {
    const hit = resolveAs(inScope, caption, { wanted, order });
    if (hit.kind === "none") continue;
    const fromDictionary = caption !== wanted.target.caption;
    return fromDictionary ? { ...hit, foundBy: `dictionary/${hit.foundBy}` } : hit;
  }
  return inParts(inScope, { wanted, order });
}

function resolveAs<T extends Thing>(
  inScope: readonly Spot<T>[],
  caption: string,
  { wanted, order }: { wanted: Wanted; order: readonly Name["method"][] },
): Resolution<T> {
  for (const level of wanted.exactOnly ? exact : allLevels) {
    const how = { plain: plainCaption(caption), level, order };
    const find = (among: readonly Spot<T>[]): Resolution<T> =>
      nthOf(among, firstHit(among, how), { ...how, nth: wanted.target.nth });
    const hit = find(inScope);
    const nearer = hit.kind === "many" ? find(inPart(inScope, hit.spots, wanted.scopes)) : hit;
    if (nearer.kind === "one") return nearer;
    if (hit.kind !== "none") return hit;
  }
  return { kind: "none" };
}

/** Where a screen and a part of it are called alike, and several are meant: those in the part. */
function inPart<T extends Thing>(
  inScope: readonly Spot<T>[],
  meant: readonly Spot<T>[],
  scopes: readonly string[],
): readonly Spot<T>[] {
  const [first] = meant;
  if (scopes.length === 0 || meant.some((s) => s.frame !== first?.frame)) return [];
  const plain = scopes.map(plainCaption);
  const called = (s: Spot<T>): boolean =>
    s.thing.scopes.some((t) => plain.includes(plainCaption(t)));
  return inScope.filter((s) => s.frame === first?.frame && called(s));
}

/** Where nothing is called 「生年月日の年」 or 「期間（開始）」: the 年 of what is called 生年月日. */
function inParts<T extends Thing>(
  inScope: readonly Spot<T>[],
  how: { wanted: Wanted; order: readonly Name["method"][] },
): Resolution<T> {
  if (how.wanted.exactOnly || !how.order.includes("label")) return { kind: "none" };
  for (const [whole, part] of partsOf(how.wanted.target.caption)) {
    const hit = resolveAs(spotsInScope(inScope, [whole]), part, how);
    if (hit.kind !== "none") return { ...hit, foundBy: `part/${hit.foundBy}` };
  }
  return { kind: "none" };
}

/** The one that the sentence counts off, where the fields of a caption stand in one line; else all of them. */
function nthOf<T extends Thing>(
  all: readonly Spot<T>[],
  hit: Resolution<T>,
  how: { plain: string; level: MatchLevel; nth: number | undefined },
): Resolution<T> {
  const { nth } = how;
  if (nth === undefined || hit.kind === "none") return hit;
  const spots = hit.kind === "many" ? [...hit.spots] : [hit.spot];
  if (spots.length === 1) spots.push(...goingOn(all, spots[0], how));
  const line = spots.length > 1 ? inOneLine(spots) : null;
  const counted = line ?? inOneCell(all, spots, how);
  if (!counted) return hit.kind === "many" ? hit : { kind: "none" };
  const spot = counted[nth - 1];
  return spot ? { kind: "one", spot, foundBy: `${hit.foundBy}/nth` } : { kind: "none" };
}

/** From left to right; null where they do not stand in one line. */
function inOneLine<T extends Thing>(spots: readonly Spot<T>[]): readonly Spot<T>[] | null {
  const [first] = spots;
  const inLine = spots.every(({ frame, thing: { box } }) => {
    const to = first?.thing.box ?? box;
    const shared = Math.min(box.y + box.height, to.y + to.height) - Math.max(box.y, to.y);
    return frame === first?.frame && shared > Math.min(box.height, to.height) / 2;
  });
  return inLine ? [...spots].sort((a, b) => a.thing.box.x - b.thing.box.x) : null;
}

/** From above where each has a line of its own and all but the first go on from one caption, in words of their own too; else null. */
function inOneCell<T extends Thing>(
  all: readonly Spot<T>[],
  called: readonly Spot<T>[],
  how: { plain: string; level: MatchLevel },
): readonly Spot<T>[] | null {
  const goesOn = ({ thing }: Spot<T>): boolean =>
    thing.names.some((n) => n.method === "goes-on" && isCalled(n, how));
  const spots = all.filter((s) => called.includes(s) || goesOn(s));
  const down = spots.sort((a, b) => a.thing.box.y - b.thing.box.y);
  const follows = down.slice(1).every((spot, i) => {
    const over = down[i];
    const under = over?.frame === spot.frame && !sharesLine(over.thing.box, spot.thing.box);
    return under && goesOn(spot);
  });
  return follows ? down : null;
}

/** Fields behind the named one that go on from its caption, in its line. */
function goingOn<T extends Thing>(
  all: readonly Spot<T>[],
  from: Spot<T> | undefined,
  how: { plain: string; level: MatchLevel },
): readonly Spot<T>[] {
  if (!from) return [];
  const { y, height } = from.thing.box;
  return all.filter(({ frame, thing }) => {
    const middle = thing.box.y + thing.box.height / 2;
    const beside = frame === from.frame && thing.box.x > from.thing.box.x;
    const on = (n: Name): boolean => n.method === "goes-on" && isCalled(n, how);
    return beside && middle > y && middle < y + height && thing.names.some(on);
  });
}

const exact: readonly MatchLevel[] = ["exact"];
const allLevels: readonly MatchLevel[] = ["exact", "counted", "prefix"];

function firstHit<T extends Thing>(
  spots: readonly Spot<T>[],
  how: { plain: string; level: MatchLevel; order: readonly Name["method"][] },
): Resolution<T> {
  for (const method of how.order) {
    const named = (n: Name): boolean => n.method === method && isCalled(n, how);
    const called = spots.filter((s) => s.thing.names.some(named));
    const hits = withoutTwins(distinct(reachable(innermost(called))));
    const rivals = how.level === "exact" ? rivalsOf(spots, hits, { ...how, method }) : [];
    if (rivals.length > 0) return { kind: "many", spots: [...hits, ...rivals], foundBy: method };
    const foundBy = how.level === "exact" ? method : `${method}/${how.level}`;
    const [first] = hits;
    if (first && hits.length === 1) return { kind: "one", spot: first, foundBy };
    if (hits.length > 1) return { kind: "many", spots: hits, foundBy };
  }
  return { kind: "none" };
}

/** By words of its own at their beginning; what the drawing puts near a field may begin with the caption of another. */
function isCalled({ method, text }: Name, how: { plain: string; level: MatchLevel }): boolean {
  if (!matches(text, how.plain, how.level)) return false;
  if (method === "shows") return how.level === "exact";
  return how.level !== "prefix" || wholeNames.has(method) || !saysFurther(text, how.plain);
}

const wholeNames: ReadonlySet<Name["method"]> = new Set([
  "label",
  "after-choice",
  "title",
  "button-name",
  "clickable-text",
]);

/** The same words on the screen, found in two ways, are one. */
function distinct<T extends Thing>(spots: readonly Spot<T>[]): readonly Spot<T>[] {
  const readAs = ({ thing }: Spot<T>): string | null => {
    const { kind, value } = thing as Partial<Pick<Control, "kind" | "value">>;
    return kind === "shown" ? (value ?? null) : null;
  };
  return spots.filter((one, i) => {
    const value = readAs(one);
    const same = (s: Spot<T>): boolean =>
      s.frame === one.frame && s.thing.element === one.thing.element && readAs(s) === value;
    return value === null || !spots.slice(0, i).some(same);
  });
}

/** Of two that do the same, the one that stands first. */
const withoutTwins = <T extends Thing>(spots: readonly Spot<T>[]): readonly Spot<T>[] =>
  spots.filter((a) => !spots.some((b) => b.frame === a.frame && b.thing.element === a.thing.twin));

/** A caption over a column and the same caption before a field are two captions, and neither is surer. */
function rivalsOf<T extends Thing>(
  spots: readonly Spot<T>[],
  hits: readonly Spot<T>[],
  how: { plain: string; method: Name["method"] },
): readonly Spot<T>[] {
  if (hits.length !== 1 || how.method !== "heading-above") return [];
  const named = (n: Name): boolean =>
    n.method === "text-before" && matches(n.text, how.plain, "exact");
  const same = (s: Spot<T>): boolean => (s.thing as Partial<Control>).kind === "shown";
  return reachable(spots).filter((s) => !hits.includes(s) && !same(s) && s.thing.names.some(named));
}

/** Of clickables in each other, the inner one is what a person hits. */
function innermost<T extends Thing>(spots: readonly Spot<T>[]): readonly Spot<T>[] {
  return spots.filter((outer) => {
    const holds = (outer.thing as Partial<Pick<Clickable, "holds">>).holds ?? [];
    return !spots.some((s) => s.frame === outer.frame && holds.includes(s.thing.element));
  });
}

/** What lies under a modal window is out of reach while the same stands on top. */
function reachable<T extends Thing>(spots: readonly Spot<T>[]): readonly Spot<T>[] {
  const open = spots.filter((s) => !s.thing.covered);
  return open.length > 0 ? open : spots;
}

/** Things whose page, frame or holder is called so. No scopes = everything. */
export function spotsInScope<T extends Thing>(
  spots: readonly Spot<T>[],
  scopes: readonly string[],
): readonly Spot<T>[] {
  if (scopes.length === 0) return spots;
  const plain = scopes.map(plainCaption);
  const called = (names: readonly string[]): boolean =>
    names.some((n) =>
      titleParts(n).some((part) => plain.some((p) => part.startsWith(p) || isCounted(part, p))),
    );
  return spots.filter((s) => called(s.thing.scopes) || called(s.frame.titles));
}

/** 「1-3 担当者」 is 「担当者」. */
function isCounted(title: string, wanted: string): boolean {
  return wanted.length >= 2 && uncounted(title).startsWith(wanted);
}

/** A window title such as 「金融機関検索 - 財務会計」 in its parts. */
function titleParts(title: string): string[] {
  return [title, ...title.split(/\s[-\u2010-\u2015]\s|[|\uFF5C\u300A\u300B<>\uFF1C\uFF1E]/u)].map(
    plainCaption,
  );
}

export function controlSpots(look: Look, accept: (c: Control) => boolean): Spot<Control>[] {
  return look.frames.flatMap((frame) =>
    frame.view.controls.filter(accept).map((thing) => ({ frame, thing })),
  );
}

export function clickableSpots(look: Look): Spot<Clickable>[] {
  return look.frames.flatMap((frame) => frame.view.clickables.map((thing) => ({ frame, thing })));
}
