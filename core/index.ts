/** The vocabulary that every room shares. */
export { type AskReason, type Candidate, type FieldReading, type PixelBox, type ReaderRef, type Readings } from "./reading.ts";
export {
  BukaError,
  defineErrors,
  type ErrorClass,
  type ErrorPlace,
  errorRow,
  isBukaError,
} from "./buka-error.ts";
export { type Case, type CaseReason, type CaseSource, type CaseState, caseStates, caseValues, type Finding } from "./case.ts";
export { eraOf, isoDate, isRealDate, type LocalDate, readDate } from "./era-date.ja.ts";
export { businessDate, type Clock, type IdSource, type Log, randomIds, silentLog, systemClock } from "./ports.ts";
export type { Parsed, Place, Problem } from "./problem.ts";
export { readYaml } from "./read-yaml.ts";
export type { YamlEntry, YamlList, YamlMap, YamlNode, YamlText } from "./yaml-node.ts";
export { type LoadedSettings, readSettings, type SettingInForce, type Settings, type SystemSettings } from "./settings.ja.ts";
