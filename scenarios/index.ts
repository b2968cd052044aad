/** The scenario language: sentences in, plain data out. */
export type { RowTarget, Scenario, Step, StepKind, Target, Value, ValuePart } from "./scenario.ts";
