/** Lifts scenarios of older versions (版) to the present one, step by step; each step says which lines it changed. */
import type { ProblemBook, YamlEntry, YamlMap } from "../core/index.ts";
import { oldHeaderKeys } from "./header-table.ja.ts";
import { scenarioProblem } from "./messages.ja.ts";

/** One step: from a version to the next. */
interface Upgrade {
  readonly from: number;
  /** True when a file without 版 is one of these. */
  readonly looksLike: (map: YamlMap) => boolean;
  readonly lift: (map: YamlMap, book: ProblemBook) => YamlMap;
}

const upgrades: readonly Upgrade[] = [
  { from: 0, looksLike: (map) => map.entries.some((e) => isOldKey(e, map)), lift: renameKeys },
];

/** The header as the present version writes it. Lines with older words become warnings with their certain correction. */
export function upgradeScenario(map: YamlMap, version: number | null, book: ProblemBook): YamlMap {
  let lifted = map;
  for (const step of upgrades) {
    const due = version === null ? step.looksLike(lifted) : version <= step.from;
    if (due) lifted = step.lift(lifted, book);
  }
  return lifted;
}

/** Only when the new word is not there as well. */
function isOldKey(entry: YamlEntry, map: YamlMap): boolean {
  const now = Object.hasOwn(oldHeaderKeys, entry.key) ? oldHeaderKeys[entry.key] : undefined;
  return now !== undefined && !map.entries.some((e) => e.key === now);
}

function renameKeys(map: YamlMap, book: ProblemBook): YamlMap {
  const entries = map.entries.map((entry) => {
    if (!isOldKey(entry, map)) return entry;
    const key = oldHeaderKeys[entry.key] ?? entry.key;
    const facts = { old: entry.key, key, line: book.lineWith(entry.keyAt, key) };
    book.add(scenarioProblem.oldKey, facts, entry.keyAt);
    return { ...entry, key };
  });
  return { ...map, entries };
}
