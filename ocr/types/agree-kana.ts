/** フリガナ and 口座名義カナ of one page are the same words on two places of the paper: each confirms the other. */
import type { PageDrafts } from "./agree-fields.ts";
import { plainHolder } from "./holder-words.ja.ts";
import { areMarksApart } from "./kana.ja.ts";
import { editDistance } from "./master-type.ts";

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
    (page.sure(kana) && page.sure(holder) && editDistance(a, b) <= SLIP) ||
    areMarksApart(a, b)
  ) {
    page.doubt(kana, "kana-differ");
    page.doubt(holder, "kana-differ");
  }
}

/** The one field of a type that is written in; null when there are several, for then nobody knows which go together. */
function onlyOf(page: PageDrafts, type: "kana" | "account-kana"): string | null {
  const all = page.form.fields.filter((f) => f.type === type);
  return all.length === 1 ? (all[0]?.name ?? null) : null;
}
