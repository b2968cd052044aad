/** Tells logging in from work: what is typed and pressed there becomes one sentence, and no value of it is kept. */
import type { LookFrame } from "../find/look.ts";
import { plainCaption } from "../find/match-caption.ts";
import { sectionButtons, sectionCaptions } from "../screen-words.ja.ts";
import type { SeenGesture } from "./gesture.ts";

/** A form with a password: whatever is done in it is logging in. */
export function isLogInForm(frame: LookFrame): boolean {
  return frame.view.controls.some((c) => c.kind === "password" && c.enabled);
}

/** The press that sends the form. */
export function sendsForm({ gesture }: SeenGesture): boolean {
  return gesture.do === "pressed" || gesture.do === "sent";
}

/** Caption of the section field (所属) of a screen; null when it asks for none. */
export function sectionCaption(frame: LookFrame): string | null {
  const words = sectionCaptions.map(plainCaption);
  for (const control of frame.view.controls) {
    if (control.kind !== "select" && control.kind !== "radio-group") continue;
    const name = control.names.find((n) => words.includes(plainCaption(n.text)));
    if (name) return plainCaption(name.text);
  }
  return null;
}

/** Choosing the section, or the button that confirms it. */
export function belongsToSection({ gesture, frame }: SeenGesture): boolean {
  if (sectionCaption(frame) === null) return false;
  if (gesture.do === "chosen") return true;
  if (gesture.do !== "pressed") return false;
  const words = sectionButtons.map(plainCaption);
  const thing = frame.view.clickables.find((c) => c.element === gesture.element);
  return thing?.names.some((n) => words.includes(plainCaption(n.text))) ?? false;
}
