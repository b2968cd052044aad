/**
 * フリガナ and 口座名義カナ of one page are the same words on two places of the paper: each confirms the other. So are the
 * katakana of a name (サンプル商会), which every reader may take for a kana with other marks.
 */
import type { PageDrafts } from "./agree-fields.ts";
import { plainHolder } from "./holder-words.ja.ts";
import { areMarksApart, areMarksWithin, katakanaRuns } from "./kana.ja.ts";
import { editDistance } from "./master-type.ts";
import { isPerson } from "./office-words.ja.ts";

/** Two names that differ by no more than this are one name misread; more, and the account is somebody else's. */
const SLIP = 2;

export function agreeKana(page: PageDrafts): void {
  const kana = onlyOf(page, "kana");
  const holder = onlyOf(page, "account-kana");
  if (kana === null || holder === null) return;
  const [a, b] = [plainHolder(page.value(kana)), plainHolder(page.value(holder))];
  if (a === "" || b === "") return;
  if (a === b) {
    if (page.sure(holder) && page.open(kana)) page.settle(kana, page.value(kana));
    else if (page.sure(kana) && page.open(holder)) page.settle(holder, page.value(holder));
  } else if (
    (page.surelySpelt(kana) && page.surelySpelt(holder) && editDistance(a, b) <= SLIP) ||
    areMarksApart(a, b)
  ) {
    page.doubt(kana, "kana-differ");
    page.doubt(holder, "kana-differ");
  }
}

/** Katakana of a name that stand almost, but not quite, in a フリガナ or 口座名義: one of the places was misread. */
export function agreeNames(page: PageDrafts): void {
  const spellings = ofTypes(page, ["kana", "account-kana"]);
  for (const name of ofTypes(page, ["name"])) {
    const runs = katakanaRuns(page.value(name));
    for (const spelling of spellings) {
      const text = plainHolder(page.value(spelling));
      if (!runs.some((run) => isSlipped(plainHolder(run), text))) continue;
      page.doubt(name, "kana-differ");
      // Where フリガナ and 口座名義 agree, they are two against one.
      if (!spellings.some((s) => s !== spelling && plainHolder(page.value(s)) === text))
        page.doubt(spelling, "kana-differ");
    }
  }
}

/**
 * A person's name has its blank in kanji and in kana, or in neither: 飯塚 修 beside イイヅカオサム lost one on the paper. The name of a
 * フリガナ is the one next to it on the form.
 */
export function agreeBlanks(page: PageDrafts): void {
  const { fields } = page.form;
  for (const [at, { name: kana, type }] of fields.entries()) {
    const name = [fields[at + 1], fields[at - 1]].find((f) => f?.type === "name")?.name;
    if (type !== "kana" || name === undefined) continue;
    const [spelt, written] = [page.value(kana), page.value(name)];
    if (spelt === "" || written === "") continue;
    const blanks = [spelt, written].map((text) => text.includes(" "));
    if (blanks[0] === false && blanks[1] === true) page.doubt(kana, "space-unclear");
    if (blanks[0] === true && blanks[1] === false && isPerson("name", [...written]))
      page.doubt(name, "space-unclear");
  }
}

/** True when the text does not hold the run, but something that differs from it in marks or by one sign. */
function isSlipped(run: string, text: string): boolean {
  if (run === "" || text.includes(run)) return false;
  if (areMarksWithin(run, text)) return true;
  const windows = [...text].map((_, i) => text.slice(i, i + run.length));
  return run.length > 2 && windows.some((w) => editDistance(w, run) <= 1);
}

const ofTypes = (page: PageDrafts, types: readonly string[]): string[] =>
  page.form.fields.filter((f) => types.includes(f.type)).map((f) => f.name);

/** The one field of a type that is written in; null when there are several, for then nobody knows which go together. */
function onlyOf(page: PageDrafts, type: "kana" | "account-kana"): string | null {
  const all = page.form.fields.filter((f) => f.type === type);
  return all.length === 1 ? (all[0]?.name ?? null) : null;
}
