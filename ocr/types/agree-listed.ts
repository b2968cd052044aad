/** Fields with lists of one sheet (code and name of a bank, postal code and town) must stand in one row of it. */
import type { FormField } from "../form.ts";
import type { PageDrafts } from "./agree-fields.ts";
import type { AskCode } from "./ask-reasons.ja.ts";

type Row = ReadonlyMap<string, string>;

interface Group {
  readonly sheet: string;
  readonly fields: readonly FormField[];
  /** Rows of the sheet, by field name. */
  readonly rows: readonly Row[];
}

export function agreeListed(page: PageDrafts): void {
  for (const group of groupsOf(page)) agreeGroup(page, group);
}

function groupsOf({ form, masters }: PageDrafts): Group[] {
  const sheets = new Map<string, FormField[]>();
  for (const field of form.fields) {
    const sheet = field.master?.split("/", 1)[0];
    if (sheet !== undefined) sheets.set(sheet, [...(sheets.get(sheet) ?? []), field]);
  }
  return [...sheets].flatMap(([sheet, fields]) => {
    const lists = fields.map((f) => masters[f.master ?? ""] ?? []);
    const length = lists[0]?.length ?? 0;
    // Lists of different lengths do not go together row by row.
    if (fields.length < 2 || length === 0 || lists.some((l) => l.length !== length)) return [];
    const rows = Array.from(
      { length },
      (_, i) => new Map(fields.map((f, k) => [f.name, lists[k]?.[i] ?? ""])),
    );
    return [{ sheet, fields, rows }];
  });
}

/** The only word of a field's list that the sure fields beside it leave (the code of a bank: its name); null = none or many. */
export function expectedWord(page: PageDrafts, field: FormField): string | null {
  const group = groupsOf(page).find((g) => g.fields.includes(field));
  const sure = group?.fields.filter(
    (f) => f !== field && page.value(f.name) !== "" && page.sure(f.name),
  );
  if (!group || !sure || sure.length === 0) return null;
  const fitting = group.rows.filter((row) => sure.every((f) => fits(page, row, f)));
  const words = [...new Set(fitting.map((row) => row.get(field.name) ?? ""))];
  const [only] = words;
  return words.length === 1 && only ? only : null;
}

function agreeGroup(page: PageDrafts, group: Group): void {
  const written = group.fields.filter((f) => page.value(f.name) !== "");
  const sure = written.filter((f) => page.sure(f.name));
  const fitting = group.rows.filter((row) => sure.every((f) => fits(page, row, f)));
  if (sure.length > 0 && fitting.length === 0) {
    // A lone one is simply not in the list.
    for (const f of suspects(page, group, sure))
      page.doubt(f.name, sure.length > 1 ? "other-row" : "not-in-master");
    return;
  }
  if (sure.length === 0) return;
  for (const f of written) {
    if (f.type === "address") settleTown(page, f, fitting);
    else if (page.open(f.name)) settleByRow(page, f, fitting);
  }
}

/** The fields without which the others would go together; all of them when no single one is to blame. */
function suspects(
  page: PageDrafts,
  group: Group,
  sure: readonly FormField[],
): readonly FormField[] {
  const without = (left: FormField): boolean =>
    group.rows.some((row) => sure.every((f) => f === left || fits(page, row, f)));
  const found = sure.filter(without);
  return found.length > 0 ? found : sure;
}

const fits = (page: PageDrafts, row: Row, f: FormField): boolean =>
  matches(f, page.value(f.name), row.get(f.name) ?? "");

function matches(f: FormField, value: string, listed: string): boolean {
  if (f.type === "address") return townEnd(value, listed) > 0;
  return listed !== "" && plain(value) === plain(listed);
}

/** How many characters of an address are the town that the list says; 0 when it begins otherwise. The prefecture may be left out. */
function townEnd(value: string, listed: string): number {
  const town = plain(listed);
  const towns = [town, town.replace(prefecture, "")].filter((t) => t !== "");
  const signs = [...value];
  return signs.findIndex((_, i) => towns.includes(plain(signs.slice(0, i + 1).join("")))) + 1;
}

const plain = (text: string): string => text.normalize("NFKC").replace(/[\s-]/gu, "");

/** 北海道, 東京都, 大阪府, 神奈川県 … at the beginning. */
const prefecture = /^(?:\u5317\u6d77\u9053|\u6771\u4eac\u90fd|.{2}\u5e9c|.{2,3}\u770c)/u;

/** Doubts that end at one place of the value each. */
const placedDoubts: ReadonlySet<string> = new Set<AskCode>([
  "readers-differ",
  "unsure",
  "similar-kanji",
  "similar-kana",
  "space-unclear",
]);

/**
 * The list spells the town of a sure postal code as it should be entered. What stands behind it, the house number, no list
 * knows: a doubt there stays, and so does one without a place.
 */
function settleTown(page: PageDrafts, field: FormField, fitting: readonly Row[]): void {
  const draft = page.get(field.name);
  if (!draft || draft.doubts.length === 0) return;
  const ends = fitting.map((row) => townEnd(draft.value, row.get(field.name) ?? ""));
  const end = Math.max(0, ...ends);
  const inTown = draft.doubts.every(({ at }) => at < end);
  const placed = draft.reasons.every((r) => placedDoubts.has(r.code));
  if (inTown && placed) page.settle(field.name, draft.value);
}

/** The one value that the sure fields leave, if a reader saw it too. */
function settleByRow(page: PageDrafts, field: FormField, fitting: readonly Row[]): void {
  const left = [...new Set(fitting.map((row) => row.get(field.name) ?? ""))];
  const [only] = left;
  if (left.length !== 1 || only === undefined || only === "") return;
  const seen = page.proposals(field.name).find((p) => plain(p) === plain(only));
  if (seen !== undefined) page.settle(field.name, field.type === "master" ? only : seen);
}
