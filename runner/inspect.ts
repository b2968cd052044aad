/** Lists what buka sees on a screen by the names that a sentence would use, and how each of them would be found. */
import { isBukaError } from "../core/index.ts";
import type { Scenario, Step } from "../scenarios/index.ts";
import type { Look, LookFrame } from "./find/look.ts";
import { plainCaption, writtenCaption } from "./find/match-caption.ts";
import {
  clickableSpots,
  clickOrder,
  controlSpots,
  fieldOrder,
  resolve,
  type Spot,
} from "./find/resolve.ts";
import type { Control, ControlKind, Name, Thing } from "./find/view.ts";
import type { InspectRequest, PlayRequest, SeenScreen, SeenThing } from "./play.ts";
import { forbiddenAmong, isCommitCaption } from "./steps/locate.ts";
import { logIn } from "./steps/log-in.ts";
import { runSteps, unnamed } from "./steps/run-steps.ts";
import { type Scene, seek, wantedOf } from "./steps/scene.ts";

/** A request without sentences, values or pictures, for a scene that only looks. */
export function emptyRequest(system: string): Omit<PlayRequest, "barrier"> {
  const scenario: Scenario = {
    format: 1,
    file: "",
    title: "",
    owner: "",
    stage: "draft",
    systems: [system],
    businessKey: [],
    manualMinutes: null,
    successSign: null,
    settleSeconds: null,
    steps: [],
    lookup: [],
    listing: [],
    totalFields: [],
    files: [],
    sectionValues: {},
    inputs: [],
    fieldsUsed: [],
  };
  return { scenario, values: {}, evidence: { picture: () => Promise.resolve() } };
}

export async function inspect(
  scene: Scene,
  request: InspectRequest,
): Promise<readonly SeenScreen[]> {
  try {
    await scene.stage.reset();
    await goThere(scene, request);
    const look = await seek(scene, ({ look, steady, late }) => (steady || late ? look : null));
    return look === null ? [] : screensOf(scene, look);
  } catch (error) {
    throw isBukaError(error) ? error : unnamed(scene, error);
  }
}

async function goThere(scene: Scene, request: InspectRequest): Promise<void> {
  const { system, menu } = request;
  if (!request.logIn) {
    const url = scene.systems.find((s) => s.name === system)?.url;
    if (url !== undefined) await scene.stage.goTo(url);
    return;
  }
  await logIn(scene, system);
  if (menu.length === 0) return;
  const at = { file: "", line: 1, column: 1, length: 0 };
  const open: Step = { kind: "open", path: menu, at, sentence: menu.join("→") };
  const ending = await runSteps(scene, [open], []);
  if (ending.kind === "absent") throw ending.error;
}

function screensOf(scene: Scene, look: Look): readonly SeenScreen[] {
  return look.frames
    .map((frame) => ({
      window: frame.window,
      title: frame.titles.find((t) => t.trim() !== "") ?? "",
      things: [
        ...fieldsOf(scene, look, frame),
        ...buttonsOf(scene, look, frame),
        ...tablesOf(frame),
      ],
    }))
    .filter((screen) => screen.things.length > 0);
}

const kinds: Readonly<Partial<Record<ControlKind, SeenThing["kind"]>>> = {
  text: "text",
  date: "text",
  select: "choice",
  "radio-group": "choice",
  checkbox: "tick",
  shown: "shown",
};

function fieldsOf(scene: Scene, look: Look, frame: LookFrame): readonly SeenThing[] {
  return frame.view.controls.flatMap((control) => {
    const kind = kinds[control.kind];
    if (kind === undefined) return [];
    const spots = controlSpots(look, (c) => rival(c, control));
    const named = bestName(scene, spots, { frame, thing: control }, fieldOrder);
    if (named === null) return [];
    const parts = control.choices.map((c) => c.text).filter((t) => t.trim() !== "");
    return [{ kind, ...named, enabled: control.enabled, parts }];
  });
}

/** Shown text never competes with a field that takes a value. */
const rival = (other: Control, control: Control): boolean =>
  control.kind === "shown"
    ? other.kind === "shown"
    : other.kind !== "shown" && other.kind !== "radio";

function buttonsOf(scene: Scene, look: Look, frame: LookFrame): readonly SeenThing[] {
  const spots = clickableSpots(look);
  return frame.view.clickables.flatMap((thing) => {
    if (!thing.native && thing.holds.length > 0) return [];
    const named = bestName(scene, spots, { frame, thing }, clickOrder);
    if (named === null) return [];
    return [{ kind: buttonKind(scene, thing), ...named, enabled: thing.enabled, parts: [] }];
  });
}

function buttonKind(scene: Scene, thing: Thing): SeenThing["kind"] {
  const captions = thing.names.map((n) => n.text);
  if (forbiddenAmong(scene, captions) !== null) return "forbidden-button";
  return isCommitCaption(scene, captions) === null ? "button" : "commit-button";
}

function tablesOf(frame: LookFrame): readonly SeenThing[] {
  return frame.view.tables.flatMap((table) => {
    const [head = []] = table.rows;
    const columns = head.filter((c) => c.heading).map((c) => writtenCaption(c.text));
    const [name = ""] = table.names;
    // Headings beside their values are a form, not a list.
    if (columns.length < 2 || columns.length < head.length || name === "") return [];
    return [
      {
        kind: "table" as const,
        name,
        foundBy: "table",
        unique: true,
        enabled: true,
        parts: columns,
      },
    ];
  });
}

/** The first of its names that finds it alone; else the first name, as not unique. */
function bestName(
  scene: Scene,
  spots: readonly Spot[],
  spot: Spot,
  order: readonly Name["method"][],
): Pick<SeenThing, "name" | "foundBy" | "unique"> | null {
  const names = order.flatMap((m) => spot.thing.names.filter((n) => n.method === m));
  for (const { text } of names) {
    if (plainCaption(text) === "") continue;
    const hit = resolve(spots, wantedOf(scene, { caption: text, scope: null }, true), order);
    const found =
      hit.kind === "one" &&
      hit.spot.frame === spot.frame &&
      hit.spot.thing.element === spot.thing.element;
    if (found) return { name: writtenCaption(text), foundBy: hit.foundBy, unique: true };
  }
  const first = names.find((n) => plainCaption(n.text) !== "");
  return first ? { name: writtenCaption(first.text), foundBy: first.method, unique: false } : null;
}
