/** The transition table is walked, not trusted: what must never be possible is looked for in all its paths. */
import { describe, expect, it } from "vitest";
import { type CaseState, caseStates, isBukaError } from "../../core/index.ts";
import { eventNames, stateNames } from "../../queues/case-flow.ja.ts";
import {
  type CaseFlowEvent,
  caseFlowDiagram,
  caseFlowEvents,
  nextState,
} from "../../queues/case-flow.ts";

interface Move {
  readonly from: CaseState;
  readonly event: CaseFlowEvent;
  readonly to: CaseState;
}

function move(from: CaseState, event: CaseFlowEvent): Move[] {
  try {
    return [{ from, event, to: nextState(from, event) }];
  } catch (error) {
    if (isBukaError(error) && error.code === "QUE001") return [];
    throw error;
  }
}

const moves = caseStates.flatMap((from) => caseFlowEvents.flatMap((event) => move(from, event)));
const outOf = (state: CaseState): Move[] => moves.filter((m) => m.from === state);
const into = (state: CaseState): Move[] => moves.filter((m) => m.to === state);

/** States that can be reached from `start` when the moves in `without` are taken away. */
function reach(start: CaseState, without: (m: Move) => boolean = () => false): Set<CaseState> {
  const seen = new Set<CaseState>([start]);
  for (const state of seen) for (const m of outOf(state)) if (!without(m)) seen.add(m.to);
  return seen;
}

describe("case flow", () => {
  it.each([
    [
      "the main road",
      ["read-ok", "checked", "checks-clean", "entry-started", "press-allowed", "commit-seen"],
      "done",
    ],
    [
      "a review",
      ["read-ok", "checked", "needs-review", "review-done", "checked", "checks-clean"],
      "ready",
    ],
    ["a page that is no form", ["business-error"], "returned"],
    [
      "a death before the press",
      ["read-ok", "checked", "checks-clean", "entry-started", "release"],
      "ready",
    ],
  ] as const)("knows %s", (_what, events, end) => {
    let state: CaseState = "received";
    for (const event of events) state = nextState(state, event);
    expect(state).toBe(end);
  });

  it("ends with done", () => {
    expect(outOf("done")).toEqual([]);
  });

  it("lets a case whose press was allowed only be done, refused by the target, or in doubt", () => {
    expect(outOf("committing")).toEqual([
      { from: "committing", event: "business-error", to: "returned" },
      { from: "committing", event: "commit-seen", to: "done" },
      { from: "committing", event: "outcome-unknown", to: "in-doubt" },
    ]);
  });

  it("leaves doubt only by an answer", () => {
    const answers = outOf("in-doubt").filter((m) => m.to !== "in-doubt");
    expect(answers.map((m) => m.event).sort()).toEqual([
      "found-by-lookup",
      "found-by-person",
      "not-there-by-lookup",
      "not-there-by-person",
      "refused-by-lookup",
    ]);
    const end = { found: "done", refused: "returned", not: "ready" } as const;
    for (const m of answers) expect(m.to).toBe(end[m.event.split("-")[0] as keyof typeof end]);
  });

  it.each(["committing", "in-doubt"] as const)(
    "has no way from %s back to typing without look-up or a person",
    (start) => {
      const asked = (m: Move): boolean =>
        m.event.startsWith("not-there") || m.event.endsWith("-by-person");
      expect(reach(start, asked).has("entering")).toBe(false);
      expect(reach(start, asked).has("ready")).toBe(false);
    },
  );

  it("opens the press only from typing, and typing only from waiting", () => {
    expect(into("committing")).toEqual([
      { from: "entering", event: "press-allowed", to: "committing" },
    ]);
    expect(into("entering")).toEqual([{ from: "ready", event: "entry-started", to: "entering" }]);
  });

  it("lets nothing become ready unchecked", () => {
    const unchecked = reach("received", (m) => m.event === "checks-clean");
    expect(unchecked.has("ready")).toBe(false);
    const mended = reach("awaiting-review", (m) => m.event === "checked");
    expect(mended.has("ready")).toBe(false);
  });

  it("counts nothing as done that no eye or look-up has seen", () => {
    expect(
      into("done")
        .map((m) => m.event)
        .sort(),
    ).toEqual(["commit-seen", "found-by-lookup", "found-by-person"]);
  });

  it("traps no case: done can be reached from every state", () => {
    for (const state of caseStates) expect(reach(state).has("done"), state).toBe(true);
  });

  it("uses every event, and reaches every state from received", () => {
    expect(new Set(moves.map((m) => m.event))).toEqual(new Set(caseFlowEvents));
    expect(reach("received")).toEqual(new Set(caseStates));
  });

  it("refuses with the words of the clerk", () => {
    try {
      nextState("done", "entry-started");
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: "QUE001",
        kind: "conflict",
        message:
          "「済」の案件は「入力を始めた」へ進められません。ほかの人か部下が先に進めた可能性があります。",
      });
    }
  });

  it("draws itself: every move once, all names Japanese", () => {
    const diagram = caseFlowDiagram();
    expect(diagram.startsWith("stateDiagram-v2\n")).toBe(true);
    expect(diagram.split("\n").filter((l) => / --> \w+: /.test(l))).toHaveLength(moves.length);
    for (const state of caseStates) expect(diagram).toContain(`"${stateNames[state]}"`);
    for (const event of caseFlowEvents) expect(eventNames[event]).toMatch(/[ぁ-ん一-龠]/);
    expect(diagram).toContain("awaiting_review --> read: 確認が済んだ");
    expect(diagram).not.toMatch(/[a-z]-[a-z]+ -->/);
  });
});
