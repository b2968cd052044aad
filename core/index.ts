/** The vocabulary that every room shares. */

export {
  BukaError,
  defineErrors,
  type ErrorClass,
  type ErrorPlace,
  errorRow,
  isBukaError,
  type ProblemRow,
  type ProblemWords,
  problemRow,
} from "./buka-error.ts";
export {
  type Case,
  type CaseReason,
  type CaseSource,
  type CaseState,
  caseStates,
  caseValues,
  type Finding,
  isReceiptNumber,
} from "./case.ts";
export { decodeText } from "./decode-text.ts";
export { eraOf, isoDate, isRealDate, type LocalDate, readDate } from "./era-date.ja.ts";
export {
  businessDate,
  type Clock,
  type IdSource,
  type Log,
  randomIds,
  silentLog,
  systemClock,
} from "./ports.ts";
export {
  nearestWord,
  type Parsed,
  type Place,
  type Problem,
  ProblemBook,
  renderProblem,
  renderProblems,
  splitLines,
} from "./problem.ts";
export {
  readYaml,
  readYamlTree,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlText,
} from "./read-yaml.ts";
export type {
  AskReason,
  Candidate,
  CharDoubt,
  FieldReading,
  PixelBox,
  ReaderRef,
  Readings,
} from "./reading.ts";
export {
  type EvidenceKeeping,
  type KeepingTime,
  type LoadedSettings,
  readSettings,
  type SettingInForce,
  type Settings,
} from "./settings.ja.ts";
export type { ServiceHours, SystemSettings } from "./system-settings.ja.ts";
