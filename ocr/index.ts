/** Page image → fields with confidence. */

export type { SiteCalibration } from "./calibration.ts";
export { cropPicture } from "./crop-picture.ts";
export { chooseReaders, type ReaderChoice } from "./engines/readers.ts";
export { type AdoptedForm, type AdoptOptions, adoptForm } from "./form/adopt/adopt-form.ts";
export { collectionSheet } from "./form/collect/collection-sheet.ts";
export {
  type CharacterSample,
  type CollectedSamples,
  readCollection,
  sampleFileName,
} from "./form/collect/read-collection.ts";
export { type FormAdvice, lintForm, scoreForm } from "./form/lint-form.ts";
export { mergeRecords } from "./form/merge-records.ts";
export { parseForm } from "./form/parse-form.ts";
export type { Ink } from "./form/pdf-pen.ts";
export { type PrintOptions, printForm } from "./form/print-form.ts";
export type { DrawItem, FieldType, FieldZone, Form, FormField, FormLayout, MmBox } from "./form.ts";
export { createGuardedPageReader, type GuardOptions } from "./guarded-page-reader.ts";
export { measureSamples } from "./measure-samples.ts";
export { type KnownReading, knownReadings, measureThresholds } from "./measure-thresholds.ts";
export { createPageReader, type PageReaderOptions } from "./page-reader.ts";
export type { FormPage, Masters, OtherPage, PageReader, PageReading } from "./page-reading.ts";
export { normaliseTyped, type TypedValue } from "./types/normalise-typed.ja.ts";
export { holdsPrivateNumber, maskPrivateNumbers } from "./types/private-number.ja.ts";
export { readingOverlay, wholeOverlay } from "./whole-page/page-overlays.ts";
export type { KeyValue, TextLine, WholePage } from "./whole-page/whole-page.ts";
export {
  createWholeReader,
  type WholeReader,
  type WholeReaderOptions,
} from "./whole-page/whole-reader.ts";
