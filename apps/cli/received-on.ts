/** The day on which papers or tables came in, as a person wrote it on the command line. */
import { businessDate, isoDate, readDate } from "../../core/index.ts";
import { type Call, type Io, textOption } from "./io.ts";
import { cliError } from "./messages.ja.ts";

/** --received-on as YYYY-MM-DD; today in Japan when it is not given. */
export function readReceivedOn(io: Io, call: Call): string {
  const written = textOption(call, "received-on");
  if (written === undefined) return businessDate(io.clock.now());
  const date = readDate(written);
  if (!date) throw cliError.badDate({ written });
  return isoDate(date);
}
