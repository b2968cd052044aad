/** The program that every page gets before its own scripts while a person is being watched. */
import { programWith } from "../find/page/program.ts";
import { captionMarks } from "../screen-words.ja.ts";
import { gestureParts } from "./page-gestures.ts";
import { watchParts } from "./page-watch.ts";

/** `binding`: name of the function by which the page tells; `hold`: plain captions whose press is kept from the page. */
export function watchProgram(binding: string, hold: readonly string[]): string {
  const marks = `new RegExp(${JSON.stringify(captionMarks.source)}, "gu")`;
  return programWith(
    { ...gestureParts, ...watchParts },
    `k.watch(k, {
  send: (report) => { const tell = window[${JSON.stringify(binding)}]; if (tell) void tell(report); },
  hold: ${JSON.stringify(hold)}, marks: ${marks}, root: null, handlers: [], timer: 0, editing: "", pressedAt: -1000,
});`,
  );
}
