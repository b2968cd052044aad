/** The ledger (台帳): what is true, whatever dies. */
export type { Actor, CaseEvent, CaseFilter, CasePatch, EvidenceStore, Intent, IntentState, Lease, NewCase, NewEvent, Store, Vault } from "./store.ts";
