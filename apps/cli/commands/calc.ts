/** `buka calc BOOK`: every formula of a workbook computed, as JSON or as lines, and on request written back (-o). */
import { relative, resolve } from "node:path";
import { type CalcResult, calcBook, writeCalculated } from "../../../rules/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { calcWords } from "../messages.ja.ts";
import { outFile } from "../out-file.ts";

export async function calc(io: Io, call: Call): Promise<ExitCode> {
  const path = resolve(io.folder, call.words[0] ?? "");
  const out = await outFile(io, call, { option: "out", sources: [path] });
  const clock = { clock: io.clock };
  const results =
    out === null ? await calcBook(path, clock) : await writeCalculated(path, out, clock);
  if (io.json) {
    io.out(JSON.stringify(results));
    return exitCodes.ok;
  }
  let cells = 0;
  let open = 0;
  for (const [sheet, values] of Object.entries(results)) {
    for (const [cell, value] of Object.entries(values)) {
      cells += 1;
      if (typeof value === "object" && "unsupported" in value) open += 1;
      io.out(calcWords.cell(sheet, cell, shown(value)));
    }
  }
  io.out(calcWords.total(cells, open));
  if (out !== null) io.out(calcWords.written(relative(io.folder, out)));
  return exitCodes.ok;
}

function shown(value: CalcResult): string {
  if (typeof value !== "object") return String(value);
  return "error" in value ? value.error : calcWords.unsupported(value.unsupported);
}
