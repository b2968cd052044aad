/** Writes the review book (確認票). */
import type { OutCell, OutColumn, OutPicture, OutSheet } from "../xlsx/out-sheet.ts";
import { writeBook } from "../xlsx/write-book.ts";
import { fittedPicture, pngSize } from "./picture-size.ts";
import { markOf, type ReviewItem, reviewColumns } from "./review-book.ts";
import {
  blindSheet,
  captions,
  guideLines,
  guideSheet,
  noPicture,
  returnHint,
  reviewSheet,
  yes,
} from "./review-words.ja.ts";
import { wrappedLines } from "./text-width.ts";
import { writeWhole } from "./write-file.ts";

const pictureWidth = 340;
const pointsPerPixel = 0.75;
const leastHeight = 36;

/** Writes one row per item, in the order given; items of blind double entry on a sheet of their own. */
export async function writeReviewBook(items: readonly ReviewItem[], file: string): Promise<void> {
  const blind = items.filter((i) => i.blind).map((i) => ({ ...i, value: "", candidates: [] }));
  const seen = items.filter((i) => !i.blind);
  const sheets = [
    reviewSheetOf(reviewSheet, seen),
    ...(blind.length > 0 ? [reviewSheetOf(blindSheet, blind)] : []),
  ];
  writeWhole(file, writeBook([...sheets, guideSheetOf()]));
}

const columns: readonly OutColumn[] = [
  { width: 12, hidden: true },
  { width: 16 },
  { width: 15 },
  { width: pictureWidth / 7 + 1.5 },
  { width: 22 },
  { width: 22 },
  { width: 28 },
  { width: 26 },
  { width: 8 },
  { width: 24 },
];

function reviewSheetOf(name: string, items: readonly ReviewItem[]): OutSheet {
  const pictures: OutPicture[] = [];
  const heights = new Map<number, number>([[0, 30]]);
  items.forEach((item, i) => {
    const row = i + 1;
    const shown = item.picture ? fittedPicture(item.picture) : null;
    const lines = Math.max(
      wrappedLines(item.reasons, 28),
      wrappedLines(item.candidates, 22),
      wrappedLines([item.value], 22),
      2,
    );
    heights.set(
      row,
      Math.max(leastHeight, lines * 15, shown ? (shown.height + 8) * pointsPerPixel : 0),
    );
    if (item.picture && shown)
      pictures.push({ row, col: reviewColumns.picture, png: item.picture, ...shown });
  });
  const last = Math.max(2, items.length + 1);
  return {
    name,
    columns,
    rows: [captions.map((value): OutCell => ({ value, style: "header" })), ...items.map(rowOf)],
    heights,
    freeze: { rows: 1, cols: 3 },
    filter: `A1:J${last}`,
    lists: [{ area: `I2:I${last}`, items: [yes], hint: returnHint }],
    locked: true,
    printTitleRows: 1,
    pictures,
  };
}

function rowOf(item: ReviewItem): OutCell[] {
  const text = (value: string): OutCell => ({ value, style: "text" });
  const input: OutCell = { value: null, style: "input" };
  return [
    text(markOf(item)),
    text(item.receiptNumber),
    text(item.field),
    text(item.picture && pngSize(item.picture) ? "" : noPicture),
    text(item.value),
    text(item.candidates.join("\n")),
    text(item.reasons.join("\n")),
    { value: item.answer ?? null, style: "input" },
    input,
    input,
  ];
}

function guideSheetOf(): OutSheet {
  return {
    name: guideSheet,
    columns: [{ width: 100 }],
    rows: [
      [{ value: reviewSheet, style: "title" }],
      ...guideLines.map((value): OutCell[] => [{ value, style: "note" }]),
    ],
    locked: true,
  };
}
