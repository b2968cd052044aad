/** The one transition table of a case (案件): which event moves it from which state to which; nothing else may move it. */
import { type CaseState, caseStates } from "../core/index.ts";
import { caseFlowError, eventNames, stateNames } from "./case-flow.ja.ts";

/** Everything that can happen to a case. */
export const caseFlowEvents = [
  "read-ok",
  "checked",
  "checks-clean",
  "needs-review",
  "review-done",
  "reading-failed",
  "business-error",
  "entry-started",
  "press-allowed",
  "commit-seen",
  "entry-failed-retry",
  "entry-failed-final",
  "outcome-unknown",
  "found-by-lookup",
  "not-there-by-lookup",
  "refused-by-lookup",
  "still-unknown",
  "found-by-person",
  "not-there-by-person",
  "returned-by-person",
  "retry-by-person",
  "reread-by-person",
  "release",
] as const;
export type CaseFlowEvent = (typeof caseFlowEvents)[number];

type Moves = Readonly<Partial<Record<CaseFlowEvent, CaseState>>>;

/** From state → event → to state. What is not written here is refused. */
const caseFlow: Readonly<Record<CaseState, Moves>> = {
  received: {
    "read-ok": "read",
    "business-error": "returned",
    "reading-failed": "failed",
    "returned-by-person": "returned",
  },
  read: {
    checked: "checked",
    "reading-failed": "failed",
    "returned-by-person": "returned",
  },
  checked: {
    "checks-clean": "ready",
    "needs-review": "awaiting-review",
    "business-error": "returned",
    "reading-failed": "failed",
    "returned-by-person": "returned",
  },
  // A mended value is checked like a read one: back to "read", never straight to "ready".
  "awaiting-review": {
    "review-done": "read",
    "returned-by-person": "returned",
  },
  // "needs-review": a second person typed a drawn field otherwise (二重入力), before the entry had begun.
  ready: {
    "entry-started": "entering",
    "needs-review": "awaiting-review",
    "business-error": "returned",
    "entry-failed-final": "failed",
    "returned-by-person": "returned",
  },
  // Only typing so far: harmless, so a dead worker's case may simply wait again. "outcome-unknown" is for a worker
  // that died between the journal's permission to press and the move to "committing".
  entering: {
    "press-allowed": "committing",
    "entry-failed-retry": "ready",
    "entry-failed-final": "failed",
    "business-error": "returned",
    "needs-review": "awaiting-review",
    "outcome-unknown": "in-doubt",
    release: "ready",
  },
  // The press was allowed: seen, refused by the target, or unknown. Deliberately no way back to typing.
  committing: {
    "commit-seen": "done",
    "business-error": "returned",
    "outcome-unknown": "in-doubt",
  },
  // Only an answer to "is the record there?" leads out.
  "in-doubt": {
    "found-by-lookup": "done",
    "found-by-person": "done",
    "not-there-by-lookup": "ready",
    // The target had said no after the press, and the look-up has borne it out.
    "refused-by-lookup": "returned",
    "still-unknown": "in-doubt",
    "not-there-by-person": "ready",
  },
  done: {},
  returned: {
    "retry-by-person": "read",
    "reread-by-person": "received",
  },
  failed: {
    "retry-by-person": "read",
    "reread-by-person": "received",
    "returned-by-person": "returned",
  },
};

/** The state after `event`. Throws QUE001 (conflict) when the table has no such move. */
export function nextState(state: CaseState, event: CaseFlowEvent): CaseState {
  const to = caseFlow[state][event];
  if (to === undefined) throw caseFlowError.illegalMove({ state, event });
  return to;
}

/** The table as a Mermaid state diagram with Japanese names, for docs/case-flow.md. Ends with a line break. */
export function caseFlowDiagram(): string {
  const alias = (state: CaseState): string => state.replace("-", "_");
  const lines = ["stateDiagram-v2"];
  for (const state of caseStates) lines.push(`  state "${stateNames[state]}" as ${alias(state)}`);
  lines.push(`  [*] --> ${alias("received")}`);
  for (const state of caseStates) {
    for (const event of caseFlowEvents) {
      const to = caseFlow[state][event];
      if (to) lines.push(`  ${alias(state)} --> ${alias(to)}: ${eventNames[event]}`);
    }
    if (Object.keys(caseFlow[state]).length === 0) lines.push(`  ${alias(state)} --> [*]`);
  }
  return `${lines.join("\n")}\n`;
}
