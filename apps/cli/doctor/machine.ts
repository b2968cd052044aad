/** What the machine brings along: Node, clock, browser, fonts, the reading engine. */
import { spawnSync } from "node:child_process";
import { createPageReader } from "../../../ocr/index.ts";
import { emptyDictionary, findBrowser, launchPlayer } from "../../../runner/index.ts";
import type { Io } from "../io.ts";
import { japanTime } from "../japan-time.ts";
import { doctorWords as words } from "./doctor-words.ja.ts";
import { bad, care, type DoctorFinding, good, look } from "./finding.ts";

/** A clock before this was never set. */
const firstYear = 2025;

export function machineFindings(io: Io, browser: string | null): Promise<DoctorFinding>[] {
  return [
    look(words.node, nodeFinding),
    look(words.clock, () => clockFinding(io)),
    look(words.browser, () => browserFinding(io, browser)),
    look(words.font, fontFinding),
    look(words.reader, () => readerFinding(io)),
  ];
}

function nodeFinding(): DoctorFinding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  const found = process.versions.node;
  return enough ? good(words.node, found) : bad(words.node, found, words.nodeNext);
}

function clockFinding(io: Io): DoctorFinding {
  const now = io.clock.now();
  const found = words.clockFound(japanTime(now).replace("T", " "));
  return now.getFullYear() >= firstYear
    ? good(words.clock, found)
    : bad(words.clock, found, words.clockNext);
}

/** Really starts it: a browser that is installed may still lack a library or a permission. */
async function browserFinding(io: Io, wanted: string | null): Promise<DoctorFinding> {
  const path = findBrowser(wanted ?? undefined);
  const player = await launchPlayer({
    systems: [],
    dictionary: emptyDictionary(),
    clock: io.clock,
    log: io.log,
    browserPath: path,
  });
  await player.close();
  return good(words.browser, path);
}

function fontFinding(): DoctorFinding {
  // Windows and macOS bring Japanese fonts along.
  if (process.platform !== "linux") return good(words.font, process.platform);
  const list = spawnSync("fc-list", [":lang=ja", "family"], { encoding: "utf8", timeout: 20_000 });
  const count = new Set((list.stdout ?? "").split("\n").filter((l) => l.trim() !== "")).size;
  return count > 0
    ? good(words.font, words.fontFound(count))
    : care(words.font, words.fontMissing, words.fontNext);
}

async function readerFinding(io: Io): Promise<DoctorFinding> {
  const reader = await createPageReader({ log: io.log });
  await reader.close();
  return good(words.reader, words.readerFound);
}
