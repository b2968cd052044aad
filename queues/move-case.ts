/** The one hand that moves cases: asks the case flow for the next state and tells the store, with the event. */
import type { BukaError, Case, CaseReason } from "../core/index.ts";
import type { Actor, CasePatch, NewEvent, Store } from "../store/index.ts";
import { type CaseFlowEvent, nextState } from "./case-flow.ts";

export interface Move {
  readonly patch?: CasePatch;
  readonly actor: Actor;
  /** Codes and counts only. */
  readonly facts?: NewEvent["facts"];
}

/** Throws QUE… conflict for a move that the table does not know, and STO… conflict when somebody was faster. */
export async function moveCase(
  store: Store,
  from: Case,
  event: CaseFlowEvent,
  move: Move,
): Promise<Case> {
  const state = nextState(from.state, event);
  return store.changeCase(from.id, from.revision, state, move.patch ?? {}, {
    actor: move.actor,
    event,
    facts: { from: from.state, to: state, ...move.facts },
  });
}

/** What a person reads about an error on a case. */
export function reasonOf(error: Pick<BukaError, "code" | "message" | "next">): CaseReason {
  return { code: error.code, message: error.message, next: error.next };
}
