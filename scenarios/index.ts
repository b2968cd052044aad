/** The scenario language: sentences in, plain data out. */
export { isCommitCaption, isForbiddenCaption, isSecretCaption } from "./caption-rules.ja.ts";
export { type DraftFacts, type DraftLine, draftScenario, putLookUp } from "./draft-scenario.ja.ts";
export {
  type ExplainedRow,
  explainDoubt,
  explainHeader,
  explainListing,
  explainScenario,
  explainSteps,
} from "./explain-scenario.ja.ts";
export { isFileName, plainFileName } from "./file-name.ts";
export { formatScenario } from "./format-scenario.ts";
export type { StepBody } from "./found.ts";
export { builtInFields, listingFields } from "./keyword-words.ja.ts";
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
export { isFieldName } from "./sentence.ts";
export { flatSteps } from "./step-tree.ts";
export { writeSentence } from "./write-sentence.ts";
