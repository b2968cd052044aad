/** Finds the one field or button that a sentence names, waits for it, and says clearly why it cannot be used. */
import { flatSteps, type Target } from "../../scenarios/index.ts";
import type { Look } from "../find/look.ts";
import { nearestCaption, plainCaption, uncounted, writtenCaption } from "../find/match-caption.ts";
import {
  clickableSpots,
  clickOrder,
  controlSpots,
  fieldOrder,
  type Resolution,
  resolve,
  type Spot,
  spotsInScope,
} from "../find/resolve.ts";
import type { Clickable, Control, Thing } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { say } from "../say.ja.ts";
import { isForbiddenCaption, standardCommitCaptions } from "../screen-words.ja.ts";
import { type FieldWish, namedField } from "./named-field.ts";
import { sayWhich } from "./say-which.ts";
import {
  inProductWords,
  type Moment,
  patienceSeconds,
  type Scene,
  seek,
  wantedOf,
} from "./scene.ts";
import { noticeOf } from "./screen-notice.ts";

export type Found<T extends Thing> = { readonly spot: Spot<T>; readonly foundBy: string };

interface Search<T extends Thing> {
  readonly target: Target;
  readonly find: (look: Look, exactOnly: boolean, as?: Target) => Resolution<T>;
  /** False for what cannot be taken back: nothing else is ever proposed for it. */
  readonly proposes: boolean;
  /** "calm" where only the place counts and not what stands there. */
  readonly how: "calm" | "fresh";
  /** Thrown when the caption is there but on something else. */
  readonly otherwise: (look: Look) => Error | null;
}

/** What is counted off where a sentence says 「…」の2番目. */
export const boxKinds: readonly Control["kind"][] = [
  "text",
  "date",
  "password",
  "select",
  "menu",
  "file",
];

export async function locateField(
  scene: Scene,
  target: Target,
  want: FieldWish,
): Promise<Found<Control>> {
  const among = (
    look: Look,
    accept: (c: Control) => boolean,
    { exactOnly, as = target }: { exactOnly: boolean; as?: Target | undefined },
  ): Resolution<Control> => {
    const wanted = wantedOf(scene, as, exactOnly);
    if (as.nth === undefined) return namedField(look, { wanted, accept }, want);
    // A person counts every box of the line, those that cannot be filled too.
    const counted = controlSpots(look, (c) => want.accept(c) || boxKinds.includes(c.kind));
    const hit = resolve(counted, wanted, fieldOrder);
    return hit.kind === "one" && !accept(hit.spot.thing) ? { kind: "none" } : hit;
  };
  const found = await locate(scene, {
    target,
    proposes: true,
    how: want.how,
    find: (look, exactOnly, as) => {
      const usable = (c: Control): boolean => want.accept(c) && (c.enabled || !want.needsEnabled);
      return among(look, usable, { exactOnly, as });
    },
    otherwise: (look) => {
      if (among(look, want.accept, { exactOnly: false }).kind !== "none")
        return runnerError.disabled({ caption: target.caption });
      const other = among(look, (c) => c.kind !== "shown", { exactOnly: true });
      if (other.kind === "none") return nothingBeside(scene, look, target, want.verb);
      const secret = other.kind === "one" && other.spot.thing.kind === "password";
      if (secret) return runnerError.secretField({ caption: target.caption });
      return runnerError.wrongKind({ caption: target.caption, verb: want.verb });
    },
  });
  scene.foundBy = found.foundBy;
  return found;
}

/** `exactOnly` for buttons that cannot be taken back. Forbidden captions are refused before and after finding. */
export async function locateButton(
  scene: Scene,
  target: Target,
  exactOnly = false,
): Promise<Found<Clickable>> {
  refuseForbidden(scene, [target.caption]);
  const among = (
    look: Look,
    enabled: boolean,
    { exact, as = target }: { exact: boolean; as?: Target | undefined },
  ): Resolution<Clickable> =>
    resolve(
      clickableSpots(look).filter((s) => s.thing.enabled || !enabled),
      wantedOf(scene, as, exact || exactOnly),
      clickOrder,
    );
  const found = await locate(scene, {
    target,
    proposes: !exactOnly,
    how: exactOnly ? "fresh" : "calm",
    find: (look, exact, as) => among(look, true, { exact, as }),
    otherwise: (look) =>
      among(look, false, { exact: false }).kind === "none"
        ? null
        : runnerError.disabled({ caption: target.caption }),
  });
  refuseForbidden(scene, captionsOf(found.spot));
  scene.foundBy = found.foundBy;
  return found;
}

export function captionsOf(spot: Spot): readonly string[] {
  return spot.thing.names.map((n) => n.text);
}

export function refuseForbidden(scene: Scene, captions: readonly string[]): void {
  const bad = forbiddenAmong(scene, captions);
  if (bad !== null) throw runnerError.forbiddenButton({ caption: bad });
}

/** First caption that only people may press, built in or of the dictionary; null when there is none. */
export function forbiddenAmong(
  scene: Pick<Scene, "dictionary">,
  captions: readonly string[],
): string | null {
  const more = scene.dictionary.forbiddenCaptions.map(plainCaption);
  const bad = (c: string): boolean => isForbiddenCaption(c) || more.includes(c);
  return captions.find((c) => saidAs(c).some(bad)) ?? null;
}

/** A caption as it stands and without a key beside it: 「F12:承認」 is 「承認」. */
function saidAs(caption: string): readonly string[] {
  const plain = plainCaption(caption);
  return [plain, uncounted(plain)];
}

/** Captions that only 登録する presses: of the dictionary (else the usual ones) and of the scenario's own 登録. */
export function isCommitCaption(scene: Scene, captions: readonly string[]): string | null {
  const { commitCaptions } = scene.dictionary;
  const own = commitTargets(scene.scenario.steps).flatMap((c) => inProductWords(scene, c));
  const words = [
    ...(commitCaptions.length > 0 ? commitCaptions : standardCommitCaptions),
    ...own,
  ].map(plainCaption);
  return captions.find((c) => saidAs(c).some((said) => words.includes(said))) ?? null;
}

export function commitTargets(steps: Scene["scenario"]["steps"]): readonly string[] {
  return flatSteps(steps).flatMap((s) => (s.kind === "commit" ? [s.target.caption] : []));
}

type Hit<T extends Thing> = Exclude<Resolution<T>, { kind: "none" }>;

async function locate<T extends Thing>(scene: Scene, search: Search<T>): Promise<Found<T>> {
  let last: Look | null = null;
  const attempt = ({ look, steady }: Moment): Hit<T> | null => {
    last = look;
    if (!steady) return null;
    const hit = search.find(look, !look.complete);
    return hit.kind === "none" ? null : hit;
  };
  const hit = await seek<Hit<T>>(scene, attempt, search.how);
  if (hit?.kind === "one") return hit;
  if (hit && last) throw await ambiguous(scene, search, last, hit.spots);
  throw (last && search.otherwise(last)) ?? missing(scene, search, last);
}

async function ambiguous<T extends Thing>(
  scene: Scene,
  { target, find }: Search<T>,
  look: Look,
  spots: readonly Spot<T>[],
): Promise<Error> {
  const shown = spots.slice(0, 9);
  scene.stopPictures = await scene.stage.numbered(shown);
  const ways = shown.map((spot) => sayWhich(spot, target, (as) => find(look, true, as)));
  const hits = shown.map((spot, i) => {
    const where = say.window(spot.frame.window) + (spot.frame.titles[0] ?? "");
    const heading = ways[i]?.scope ?? spot.thing.scopes[0];
    const name = heading ? `${heading}›${captionsOf(spot)[0] ?? ""}` : (captionsOf(spot)[0] ?? "");
    return say.hit(
      i + 1,
      where,
      name,
      say.at(Math.round(spot.thing.box.x), Math.round(spot.thing.box.y)),
    );
  });
  const instead = ways.flatMap((way) => (way ? [say.instead(way)] : []));
  return runnerError.ambiguous({ caption: target.caption, hits, instead });
}

function missing(
  scene: Scene,
  { target, proposes }: Pick<Search<Thing>, "target" | "proposes">,
  look: Look | null,
): Error {
  const seconds = patienceSeconds(scene);
  const all: Spot[] = look ? [...controlSpots(look, () => true), ...clickableSpots(look)] : [];
  const { scopes } = wantedOf(scene, target, false);
  if (target.scope !== null && spotsInScope(all, scopes).length === 0) {
    const titles = [...new Set(look?.frames.map((f) => f.titles[0] ?? "").filter((t) => t !== ""))];
    return runnerError.scopeNotFound({ scope: target.scope, seconds, titles: titles.slice(0, 6) });
  }
  const told = { caption: target.caption, scope: target.scope, seconds };
  const host = scene.stage.traffic.strayFrameSince(scene.lastClick);
  if (host !== null) return runnerError.notFoundFrameBlocked({ ...told, host });
  const notice = noticeOf(look?.text ?? "", scene.values);
  if (notice !== null) return runnerError.notFoundButTold({ ...told, notice });
  const wanted = plainCaption(target.caption);
  const names = spotsInScope(all, scopes)
    .flatMap(captionsOf)
    .filter((name) => plainCaption(name) !== wanted);
  const nearest = proposes ? nearestCaption(target.caption, names) : null;
  return runnerError.notFound({
    ...told,
    nearest: nearest === null ? null : writtenCaption(nearest),
  });
}

/** The heading is there, and what stands beside it can only be looked at. */
function nothingBeside(scene: Scene, look: Look, target: Target, verb: string): Error | null {
  const wanted = wantedOf(scene, target, true);
  const shown = resolve(
    controlSpots(look, (c) => c.kind === "shown"),
    wanted,
    fieldOrder,
  );
  if (shown.kind === "none") return null;
  return runnerError.noFieldBeside({
    caption: target.caption,
    verb,
    seconds: patienceSeconds(scene),
  });
}
