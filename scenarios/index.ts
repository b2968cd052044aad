/** The scenario language: sentences in, plain data out. */
export { isCommitCaption, isForbiddenCaption } from "./caption-rules.ja.ts";
export { explainScenario } from "./explain-scenario.ja.ts";
export { keywordsPage } from "./keywords-page.ja.ts";
export { parseScenario } from "./parse-scenario.ts";
export type {
  RowTarget,
  Scenario,
  Step,
  StepKind,
  Target,
  Value,
  ValuePart,
} from "./scenario.ts";
