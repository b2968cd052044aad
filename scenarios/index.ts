/** The scenario language: sentences in, plain data out. */
export { isCommitCaption, isForbiddenCaption } from "./caption-rules.ja.ts";
export { explainScenario } from "./explain-scenario.ja.ts";
export { isFileName, plainFileName } from "./file-name.ts";
export { formatScenario } from "./format-scenario.ts";
export { keywordsPage } from "./keywords-page.ja.ts";
export { parsePart, parseScenario, type ScenarioWorld } from "./parse-scenario.ts";
export { isPartText, type Part, type PartSource } from "./part-shelf.ts";
export type {
  Remedy,
  RepeatOver,
  RowTarget,
  Scenario,
  Step,
  StepKind,
  Target,
  Value,
  ValuePart,
} from "./scenario.ts";
export { scenarioSchema } from "./scenario-schema.ja.ts";
export { flatSteps } from "./step-tree.ts";
