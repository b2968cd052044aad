/** Chooses from a list that a page draws by itself: opens it, picks the option that comes into view, reads back what it holds. */
import type { Look } from "../find/look.ts";
import { clickableSpots, type Spot } from "../find/resolve.ts";
import { choicesMeant, sameChoice } from "../find/same-value.ts";
import type { Clickable, Control } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { isCommitCaption, refuseForbidden } from "./locate.ts";
import { afterInput, type Scene, seek } from "./scene.ts";

export interface Option {
  readonly text: string;
  readonly code: string;
  readonly spot: Spot<Clickable>;
}

/** Gives the text of the option that was chosen. `again` reads the field anew. */
export async function chooseInMenu(
  scene: Scene,
  menu: Spot<Control>,
  want: { caption: string; wanted: string; again: () => Promise<string> },
): Promise<string> {
  const { caption, wanted } = want;
  const element = menu.thing.opener ?? menu.thing.element;
  await press(scene, { ...menu, thing: { ...menu.thing, element } }, caption);
  let seen: readonly Option[] = [];
  const choice = await seek<Option>(scene, ({ look, steady }) => {
    if (!steady) return null;
    seen = optionsIn(look, menu);
    const meant = choicesMeant(seen, wanted);
    return meant.length === 1 ? (meant[0] ?? null) : null;
  });
  if (!choice) {
    const choices = seen.map((o) => o.text).slice(0, 20);
    const many = choicesMeant(seen, wanted).length > 1;
    throw runnerError.choiceNotFound({ caption, choices, many });
  }
  refuseForbidden(scene, [choice.text]);
  const commit = choice.spot.thing.option ? null : isCommitCaption(scene, [choice.text]);
  if (commit !== null) throw runnerError.commitByPress({ caption: commit });
  await press(scene, choice.spot, caption);
  if (!sameChoice(await want.again(), choice.text)) throw runnerError.typedDiffers({ caption });
  return choice.text;
}

/** What says that it is an option; else what can be pressed now and could not before the list was opened. */
export function optionsIn(look: Look, menu: Spot<Control>): readonly Option[] {
  const inWindow = clickableSpots(look).filter(
    (s) => s.thing.enabled && s.frame.window === menu.frame.window,
  );
  const said = inWindow.filter((s) => s.thing.option);
  const placeOf = ({ box, names }: Clickable): string =>
    JSON.stringify([box.x, box.y, names[0]?.text]);
  const before = new Set(menu.frame.view.clickables.map(placeOf));
  const near = ({ thing: { box } }: Spot<Clickable>): boolean =>
    box.x < menu.thing.box.x + menu.thing.box.width && box.x + box.width > menu.thing.box.x;
  const come = inWindow.filter(
    (s) => s.frame.index === menu.frame.index && !before.has(placeOf(s.thing)) && near(s),
  );
  return (said.length > 0 ? said : come).map((spot) => ({
    text: spot.thing.names[0]?.text ?? "",
    code: "",
    spot,
  }));
}

async function press(scene: Scene, spot: Spot, caption: string): Promise<void> {
  await scene.stage.click(spot).catch((cause: unknown) => {
    throw runnerError.notPressed({ caption }, { cause });
  });
  await afterInput(scene);
}
