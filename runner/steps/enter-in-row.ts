/** Fields in a list: the column by its heading, the row by what a cell holds or by its number. */
import type { Step } from "../../scenarios/index.ts";
import { plainCaption } from "../find/match-caption.ts";
import type { Spot } from "../find/resolve.ts";
import { type Cell, type Control, sharesLine } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { say } from "../say.ja.ts";
import { saysTick, ticksAll, tickWords } from "../screen-words.ja.ts";
import { chooseInMenu } from "./choose-in-menu.ts";
import { chooseAt, enterText, setTick } from "./enter.ts";
import { cellsUnder, type FoundRow, findRow } from "./rows.ts";
import { afterInput, type Scene, valueText } from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;
type InRow = StepOf<"type-in-row" | "choose-in-row" | "tick-in-row">;

async function fieldInRow(
  scene: Scene,
  step: InRow,
  want: { accept: (c: Control) => boolean; verb: string },
): Promise<Spot<Control>> {
  const { caption } = step;
  const row = await findRow(scene, step.row, caption);
  const under = new Set(cellsUnder(scene, row, caption).flatMap((c) => c.controls));
  const named = row.frame.view.controls.filter((c) => under.has(c.element));
  const nameless = named.length === 0 && step.kind === "tick-in-row" && tickWords.test(caption);
  const inCell = nameless ? namelessTicks(row) : named;
  const boxes = inCell.filter(isBox);
  const { nth } = step;
  const counted = nth === undefined ? inCell : (inOrder(boxes)?.slice(nth - 1, nth) ?? boxes);
  const fit = counted.filter(want.accept);
  const [thing] = fit;
  if (fit.length > 1) throw runnerError.ambiguousInRow({ caption, count: fit.length });
  if (!thing && counted.length > 0) throw runnerError.wrongKind({ caption, verb: want.verb });
  if (!thing) throw runnerError.notInRow({ caption, table: step.row.table });
  if (!thing.enabled) throw runnerError.disabled({ caption });
  scene.foundBy = "column/row";
  return { frame: row.frame, thing };
}

/** 「選択」 where no heading says so: the boxes of columns without a name, or with the box that ticks all rows as their head. */
function namelessTicks({ frame, headings, cells }: FoundRow): readonly Control[] {
  const spans = (line: readonly Cell[], at: number): boolean =>
    [line[at - 1], line[at + 1]].some((c) => c && c.text !== "" && c.text === line[at]?.text);
  const unnamed = (at: number): boolean =>
    headings.every((line) => ticksAll.test(plainCaption(line[at]?.text ?? "")) || spans(line, at));
  const bare = ({ text }: Cell): boolean => text === "" || saysTick.test(plainCaption(text));
  const inUnnamed = new Set(cells.flatMap((c, at) => (bare(c) && unnamed(at) ? c.controls : [])));
  return frame.view.controls.filter(
    ({ kind, element, names }) =>
      inUnnamed.has(element) &&
      (kind === "checkbox" || kind === "radio") &&
      names.every((n) => n.method !== "label" || saysTick.test(plainCaption(n.text))),
  );
}

/** A person counts every box of the cell, those that cannot be filled too. */
export const isBox = (c: Control): boolean => c.kind !== "shown" && c.kind !== "radio";

/** From left to right where they stand in one line, from above where each has a line of its own; null where nobody can count them. */
export function inOrder(boxes: readonly Control[]): readonly Control[] | null {
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => sharesLine(a.box, b.box)));
  if (pairs.includes(true) && pairs.includes(false)) return null;
  const way = pairs.includes(true) ? "x" : "y";
  return [...boxes].sort((a, b) => a.box[way] - b.box[way]);
}

export async function typeInRowStep(scene: Scene, step: StepOf<"type-in-row">): Promise<void> {
  const text = valueText(scene, step.value);
  const want = {
    accept: (c: Control) => c.kind === "text" || c.kind === "date",
    verb: say.verbs.type,
  };
  const again = async (): Promise<string> => (await fieldInRow(scene, step, want)).thing.value;
  const spot = await fieldInRow(scene, step, want);
  await enterText(scene, spot, { text, caption: step.caption, again });
}

export async function chooseInRowStep(scene: Scene, step: StepOf<"choose-in-row">): Promise<void> {
  const want = {
    accept: (c: Control) => ["select", "radio-group", "menu"].includes(c.kind),
    verb: say.verbs.choose,
  };
  const spot = await fieldInRow(scene, step, want);
  const { caption } = step;
  const wanted = valueText(scene, step.value);
  const again = async (): Promise<string> => (await fieldInRow(scene, step, want)).thing.value;
  if (spot.thing.kind === "menu") await chooseInMenu(scene, spot, { caption, wanted, again });
  else await chooseAt(scene, spot, { caption, wanted });
}

export async function tickInRowStep(scene: Scene, step: StepOf<"tick-in-row">): Promise<void> {
  const want = {
    accept: (c: Control) => c.kind === "checkbox" || c.kind === "radio",
    verb: say.verbs.tick,
  };
  const spot = await fieldInRow(scene, step, want);
  await setTick(scene, spot, {
    element: spot.thing.element,
    on: step.on,
    caption: step.caption,
  });
  await afterInput(scene);
}
