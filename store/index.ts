/** The ledger (台帳): what is true, whatever dies. */

export { eventLine } from "./event-line.ts";
export { type EvidenceServer, isServerTrouble } from "./evidence-on-server.ts";
export type { EvidenceStore } from "./evidence-store.ts";
export { accountKeys } from "./intent-table.ts";
export { copyTables, youngerTables } from "./ledger-copy.ts";
export { storeError } from "./messages.ja.ts";
export { type PostgresErrors, postgresError, postgresErrorRows } from "./postgres-messages.ja.ts";
export type { PostgresPlace, PostgresRole } from "./postgres-place.ts";
export { openSqlServer, type SqlServer, type SqlSession } from "./postgres-server.ts";
export { openPostgresStore } from "./postgres-store-driver.ts";
export { s3Error } from "./s3-messages.ja.ts";
export { openSqlFile, type SqlFile } from "./sql-file.ts";
export { type OpenedStore, openStore, type StoreOptions } from "./sqlite-store-driver.ts";
export type {
  Actor,
  CaseEvent,
  CaseFilter,
  CasePatch,
  CopyRow,
  EventCheck,
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
