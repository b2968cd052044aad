/** Sentences about files and papers. The runner itself opens nothing: all goes through the doors that it was handed. */
import { isFileName, plainFileName, type Step, type Value } from "../../scenarios/index.ts";
import { runnerError } from "../messages.ja.ts";
import type { FileDoor } from "../play.ts";
import { say } from "../say.ja.ts";
import type { Ending } from "./ending.ts";
import { rowsOfText } from "./held-rows.ts";
import { captionsOf, isCommitCaption, locateButton, locateField } from "./locate.ts";
import { afterClick, markClick, type Scene, valueText } from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

function doorOf(scene: Scene): FileDoor {
  if (scene.files === null) throw runnerError.noFileDoor({});
  return scene.files;
}

/** The name as the header declares it; a name out of a field is looked at as strictly as one in a sentence. */
function declaredName(scene: Scene, name: string): string {
  const known = scene.scenario.files.find((f) => plainFileName(f) === plainFileName(name));
  if (known === undefined || !isFileName(name)) throw runnerError.fileNotDeclared({});
  return known;
}

const nameOf = (scene: Scene, value: Value): string => declaredName(scene, valueText(scene, value));

export async function readFileStep(scene: Scene, step: StepOf<"read-file">): Promise<void> {
  const rows = await doorOf(scene).readTable(declaredName(scene, step.file), step.sheet);
  scene.values[step.into] = JSON.stringify(rows);
}

export async function writeFileStep(scene: Scene, step: StepOf<"write-file">): Promise<void> {
  const name = declaredName(scene, step.file);
  const rows = rowsOfText(scene.values[step.from] ?? "");
  if (rows === null) throw runnerError.notRows({ field: step.from });
  if (scene.rehearsal === null) await doorOf(scene).writeTable(name, step.sheet, rows);
}

export async function attachStep(scene: Scene, step: StepOf<"attach">): Promise<void> {
  const name = nameOf(scene, step.file);
  const bytes = await doorOf(scene).read(name);
  const { caption } = step.target;
  const { spot } = await locateField(scene, step.target, {
    accept: (c) => c.kind === "file",
    verb: say.verbs.attach,
    needsEnabled: true,
    how: "calm",
  });
  const held = await scene.stage.attach(spot, { name, bytes });
  if (held !== name) throw runnerError.typedDiffers({ caption });
  await afterClick(scene);
}

/** Presses a button that hands out a file, and keeps the file under a declared name. */
export async function saveDownloadStep(scene: Scene, step: StepOf<"save-download">): Promise<void> {
  const { target } = step;
  const door = doorOf(scene);
  const refuse = (captions: readonly string[]): void => {
    const commit = isCommitCaption(scene, captions);
    if (commit !== null) throw runnerError.commitByPress({ caption: commit });
  };
  refuse([target.caption]);
  const wanted = step.file === null ? null : nameOf(scene, step.file);
  const { spot } = await locateButton(scene, target);
  refuse(captionsOf(spot));
  markClick(scene);
  const saved = await scene.stage.download(spot, scene.patienceMillis * 3);
  await afterClick(scene);
  if (saved === null) throw runnerError.nothingSaved({ caption: target.caption });
  const name = wanted ?? declaredName(scene, saved.name);
  if (scene.rehearsal === null) await door.write(name, saved.bytes);
}

/** Values of another paper of the case; doubtful ones end in a question to a person. */
export async function readPaperStep(
  scene: Scene,
  step: StepOf<"read-paper">,
): Promise<Extract<Ending, { kind: "ask" }> | undefined> {
  if (scene.papers === null) throw runnerError.noPaperDoor({ paper: step.paper });
  const answer = await scene.papers.read(step.paper, step.into);
  if (answer.kind === "doubtful") {
    return { kind: "ask", message: answer.question, into: null, decides: "value" };
  }
  for (const name of step.into) {
    const value = Object.hasOwn(answer.values, name) ? answer.values[name] : undefined;
    if (value === undefined) throw runnerError.fieldMissing({ field: name });
    scene.values[name] = value;
  }
  return undefined;
}
