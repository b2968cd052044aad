/** Finds the words by which a sentence will find a thing again: its best caption, with a place where it is not the only one. */
import type { Target } from "../../scenarios/index.ts";
import { plainCaption, writtenCaption } from "../find/match-caption.ts";
import { fieldOrder, resolve, type Spot } from "../find/resolve.ts";
import { type Name, sharesLine, type Thing } from "../find/view.ts";

export interface Named {
  readonly target: Target;
  /** False when a sentence with it would stop: another thing is called so too. */
  readonly unique: boolean;
}

/** Null when nothing on the screen names it. `spots`: what the sentence could mean, the thing itself included. */
export function nameThing(
  spots: readonly Spot[],
  spot: Spot,
  order: readonly Name["method"][],
): Named | null {
  const captions = captionsInOrder(spot.thing, order);
  const [first] = captions;
  if (first === undefined) return null;
  for (const scope of scopesOf(spot)) {
    for (const caption of captions) {
      if (scope !== null && plainCaption(scope) === plainCaption(caption)) continue;
      if (finds(spots, { caption, scope }, { spot, order }))
        return { target: { caption, scope }, unique: true };
    }
  }
  return { target: { caption: first, scope: null }, unique: false };
}

/** 「電話番号」の2番目: by its number in the line of fields under a caption. `boxes`: every field that a person counts. */
export function nameCounted(boxes: readonly Spot[], spot: Spot): Target | null {
  const captions = boxes
    .filter((s) => s.frame === spot.frame && sharesLine(s.thing.box, spot.thing.box))
    .flatMap((s) => captionsInOrder(s.thing, fieldOrder));
  for (const scope of scopesOf(spot)) {
    for (const caption of new Set(captions)) {
      if (scope !== null && plainCaption(scope) === plainCaption(caption)) continue;
      for (let nth = 1; nth <= mostInLine; nth++) {
        const target = { caption, scope, nth };
        if (finds(boxes, target, { spot, order: fieldOrder })) return target;
      }
    }
  }
  return null;
}

const mostInLine = 9;

function captionsInOrder(thing: Thing, order: readonly Name["method"][]): readonly string[] {
  const names = order.flatMap((m) => thing.names.filter((n) => n.method === m));
  return [...new Set(names.map((n) => writtenCaption(n.text)))].filter((c) => c !== "");
}

/** A thing of another window is always named with it, when it has a title; else only where a caption is not enough. */
function scopesOf({ frame, thing }: Spot): readonly (string | null)[] {
  const titles = frame.titles.map(firstPart).filter((t) => t !== "");
  const holders = thing.scopes.map(writtenCaption).filter((t) => t !== "" && t.length <= 30);
  return frame.window > 1 ? [...titles, null, ...holders] : [null, ...holders, ...titles];
}

/** 「金融機関検索」 of 「金融機関検索 - 財務会計」. */
function firstPart(title: string): string {
  return writtenCaption(
    title.split(/\s[-\u2010-\u2015]\s|[|\uFF5C\u300A\u300B<>\uFF1C\uFF1E]/u)[0] ?? "",
  );
}

function finds(
  spots: readonly Spot[],
  target: Target,
  { spot, order }: { spot: Spot; order: readonly Name["method"][] },
): boolean {
  const scopes = target.scope === null ? [] : [target.scope];
  const wanted = { target, captions: [target.caption], scopes, exactOnly: true };
  const hit = resolve(spots, wanted, order);
  return hit.kind === "one" && same(hit.spot, spot);
}

const same = (a: Spot, b: Spot): boolean =>
  a.frame.index === b.frame.index &&
  (a.thing.element === b.thing.element || a.thing.element === b.thing.twin);
