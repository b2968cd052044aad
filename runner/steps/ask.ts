/** 人に聞く: goes on where the case brings the answer of a person, else the case ends here until somebody has given one. */
import type { Step } from "../../scenarios/index.ts";
import { questionName } from "../screen-words.ja.ts";
import type { Ending } from "./ending.ts";
import type { Scene } from "./scene.ts";

/** The answer is a value of the case: of the field that the sentence names, or of one that is called like the question. */
export function askStep(
  scene: Scene,
  { message, into }: Extract<Step, { kind: "ask-person" }>,
): Ending {
  const name = into ?? nameOfQuestion(scene, message);
  const answer = Object.hasOwn(scene.values, name) ? (scene.values[name] ?? "") : "";
  if (answer !== "") return { kind: "through" };
  return { kind: "ask", message, into: name, decides: into === null ? "yes" : "value" };
}

/** The same words asked again in one run (in a loop) are another question. */
function nameOfQuestion(scene: Scene, message: string): string {
  const count = (scene.asked.get(message) ?? 0) + 1;
  scene.asked.set(message, count);
  return questionName(message, count);
}
