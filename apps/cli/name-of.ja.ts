/** Words of a command that a clerk may write in English or in Japanese, in any width. */
import { cliError } from "./messages.ja.ts";

/** What may be written instead of each name; the first one is shown. */
export type Names<N extends string = string> = Readonly<Record<N, readonly string[]>>;

/** Which of the names was written, in English or Japanese; null = none of them. */
export function nameOf<N extends string>(written: string, names: Names<N>): N | null {
  const word = written.normalize("NFKC").trim();
  const known = Object.keys(names) as N[];
  return known.find((name) => name === word || names[name].includes(word)) ?? null;
}

/** The same, or CLI006 with all that may be written. */
export function neededName<N extends string>(written: string, names: Names<N>): N {
  const name = nameOf(written, names);
  if (name === null) throw cliError.badWord({ word: written, allowed: allowed(names) });
  return name;
}

/** Each name with what may be written instead: pause（一時停止）、… */
const allowed = (names: Names): string =>
  Object.entries(names)
    .map(([name, [japanese]]) => (japanese === undefined ? name : `${name}（${japanese}）`))
    .join("、");

/** Second words of commands. */
export const subVerbs = {
  secret: { set: ["入れる"], list: ["一覧"], delete: ["消す"] },
  review: { export: ["書き出す", "書き出し"], import: ["取り込む", "取り込み"] },
  schedule: { list: ["一覧"], next: ["次の予定"], add: ["加える", "追加"], run: ["動かす"] },
  form: { print: ["印刷"], lint: ["点検"], adopt: ["取り入れる"], collect: ["見本"] },
} as const satisfies Readonly<Record<string, Names>>;
