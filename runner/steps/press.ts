/** Steps that click: buttons, menus, buttons in a row. Never what commits, never what people alone may press. */
import type { Step, Target } from "../../scenarios/index.ts";
import type { Look } from "../find/look.ts";
import {
  clickableSpots,
  clickOrder,
  type Resolution,
  resolve,
  type Spot,
} from "../find/resolve.ts";
import type { Clickable } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { captionsOf, isCommitCaption, locateButton, refuseForbidden } from "./locate.ts";
import { cellsUnder, type FoundRow, findRow } from "./rows.ts";
import { afterClick, type Moment, markClick, type Scene, seek, wantedOf } from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

export async function pressStep(scene: Scene, step: StepOf<"press">): Promise<void> {
  refuseCommit(scene, [step.target.caption]);
  const { spot } = await locateButton(scene, step.target);
  refuseCommit(scene, captionsOf(spot));
  await click(scene, spot, step.target.caption);
}

function refuseCommit(scene: Scene, captions: readonly string[]): void {
  const commit = isCommitCaption(scene, captions);
  if (commit !== null) throw runnerError.commitByPress({ caption: commit });
}

async function click(scene: Scene, spot: Spot, caption: string): Promise<void> {
  markClick(scene);
  await scene.stage.click(spot).catch((cause: unknown) => {
    throw runnerError.notPressed({ caption }, { cause });
  });
  await afterClick(scene);
}

export async function pressInRowStep(scene: Scene, step: StepOf<"press-in-row">): Promise<void> {
  refuseForbidden(scene, [step.caption]);
  refuseCommit(scene, [step.caption]);
  const row = await findRow(scene, step.row, step.row.number ? "" : step.row.column);
  const inRow = new Set(row.cells.flatMap((c) => c.clickables));
  const spots = row.frame.view.clickables
    .filter((c) => inRow.has(c.element) && c.enabled)
    .map((thing) => ({ frame: row.frame, thing }));
  const target: Target = { caption: step.caption, scope: null };
  const named = resolve(spots, wantedOf(scene, target, false), clickOrder);
  const hit =
    named.kind === "none" ? underHeading(scene, row, { spots, caption: step.caption }) : named;
  if (hit.kind === "many")
    throw runnerError.ambiguous({ caption: step.caption, hits: hit.spots.map(nameOf) });
  if (hit.kind === "none")
    throw runnerError.notInRow({ caption: step.caption, table: step.row.table });
  refuseForbidden(scene, captionsOf(hit.spot));
  refuseCommit(scene, captionsOf(hit.spot));
  scene.foundBy = `row/${hit.foundBy}`;
  await click(scene, hit.spot, step.caption);
}

/** Where nothing in the row is called so: what can be pressed under the heading that is (a number that is a link). */
function underHeading(
  scene: Scene,
  row: FoundRow,
  want: { spots: readonly Spot<Clickable>[]; caption: string },
): Resolution<Clickable> {
  const inCell = new Set(cellsUnder(scene, row, want.caption).flatMap((c) => c.clickables));
  const under = want.spots.filter((s) => inCell.has(s.thing.element));
  const hits = under.filter((s) => !under.some((o) => s.thing.holds.includes(o.thing.element)));
  const [spot] = hits;
  if (!spot) return { kind: "none" };
  const foundBy = "heading-above";
  return hits.length === 1
    ? { kind: "one", spot, foundBy }
    : { kind: "many", spots: hits, foundBy };
}

function nameOf(spot: Spot): string {
  return captionsOf(spot)[0] ?? "";
}

/** Walks a menu: clicks the last entry when it is in view, else opens what leads to it, the deepest visible first. */
export async function openStep(scene: Scene, step: StepOf<"open">): Promise<void> {
  scene.entered = [];
  const entrance = entranceOf(scene, step.path);
  if (entrance !== null) return scene.stage.goTo(entrance);
  refuseForbidden(scene, step.path);
  const last = step.path.length - 1;
  const opened = new Set<number>();
  let at = await toMenu(scene, step.path);
  while (at >= 0 && at !== last) {
    opened.add(at);
    const entry = await locateButton(scene, { caption: step.path[at] ?? "", scope: null });
    await click(scene, entry.spot, step.path[at] ?? "");
    at = deepest(scene, await scene.stage.look(), { path: step.path, opened });
  }
  const caption = step.path[last] ?? "";
  const { spot } = await locateButton(scene, { caption, scope: null });
  refuseOpenCommit(scene, spot);
  await click(scene, spot, caption);
}

/** Address of a system that is used without logging in, when its name alone is opened; null for menus. */
function entranceOf(scene: Scene, path: readonly string[]): string | null {
  const [name] = path;
  if (path.length !== 1 || name === undefined || !scene.scenario.systems.includes(name))
    return null;
  return scene.systems.find((s) => s.name === name)?.url ?? null;
}

/**
 * Position of the deepest entry of the path in view; -1 when there is none. After an error page or a form without a menu,
 * the way back is the screen after the log-in.
 */
async function toMenu(scene: Scene, path: readonly string[]): Promise<number> {
  const { home } = scene.session;
  const way = { path, opened: new Set<number>() };
  const attempt = ({ look, steady }: Moment): number | null => {
    const at = deepest(scene, look, way);
    return at >= 0 || steady ? at : null;
  };
  const inView = await seek(scene, attempt, "calm");
  if (home === null || (inView ?? -1) >= 0) return inView ?? -1;
  await scene.stage.goTo(home);
  return deepest(scene, await scene.stage.look(), way);
}

/** Position of the deepest entry of the path in view that has not been opened yet; -1 when there is none. */
function deepest(
  scene: Scene,
  look: Look,
  way: { path: readonly string[]; opened: Set<number> },
): number {
  for (let i = way.path.length - 1; i >= 0; i--) {
    if (way.opened.has(i)) continue;
    const target: Target = { caption: way.path[i] ?? "", scope: null };
    if (resolve(clickableSpots(look), wantedOf(scene, target, true), clickOrder).kind !== "none")
      return i;
  }
  return -1;
}

/** A menu entry may be called 登録; a button on a screen with fields to fill that is called so commits. */
function refuseOpenCommit(scene: Scene, spot: Spot<Clickable>): void {
  const fields = spot.frame.view.controls.some((c) => c.kind !== "shown");
  const onForm = spot.thing.button || fields;
  const caption = isCommitCaption(scene, captionsOf(spot));
  if (onForm && caption !== null) throw runnerError.commitByPress({ caption });
}
