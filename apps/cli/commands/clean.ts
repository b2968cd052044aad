/** `buka clean`: shows which evidence is past its keeping time; takes it away only with --erase. */
import { dueEvidence, eraseDue } from "../../../queues/index.ts";
import { cleanLines } from "../clean-words.ja.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { withPlace } from "../open-place.ts";

export async function clean(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const due = await dueEvidence(place);
    const erased = hasSwitch(call, "erase") ? await eraseDue(place, due) : null;
    if (io.json) io.out(JSON.stringify({ due, erased }));
    else for (const line of cleanLines(due, place.settings.keeping, erased)) io.out(line);
    return exitCodes.ok;
  });
}
