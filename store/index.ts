/** The ledger (台帳): what is true, whatever dies. */
export { eventLine } from "./event-line.ts";
export { accountKeys } from "./intent-table.ts";
export { copyTables, youngerTables } from "./ledger-copy.ts";
export { storeError } from "./messages.ja.ts";
export { postgresError } from "./postgres-messages.ja.ts";
export type { PostgresPlace } from "./postgres-place.ts";
export { openPostgresStore } from "./postgres-store-driver.ts";
export { openSqlFile, type SqlFile } from "./sql-file.ts";
export { type OpenedStore, openStore, type StoreOptions } from "./sqlite-store-driver.ts";
export type {
  Actor,
  CaseEvent,
  CaseFilter,
  CasePatch,
  CopyRow,
  EventCheck,
  EvidenceStore,
  Intent,
  IntentState,
  Lease,
  LedgerCopySource,
  NewCase,
  NewEvent,
  RestoreMark,
  SettledState,
  Store,
  Vault,
} from "./store.ts";
export { openVault, type VaultOptions } from "./vault-file.ts";
