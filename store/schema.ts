/** The ledger's tables as numbered steps. A step that has shipped is never edited; a change is a new step. */

export interface SchemaStep {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Steps of journal.db in order. Plain SQL that PostgreSQL also knows, but for the triggers. */
export const schemaSteps: readonly SchemaStep[] = [
  {
    number: 1,
    name: "first-ledger",
    sql: `
      CREATE TABLE case_file (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        bot TEXT NOT NULL,
        bot_version TEXT NOT NULL,
        receipt_number TEXT NOT NULL UNIQUE,
        received_on TEXT NOT NULL,
        source_kind TEXT NOT NULL,
        file_name TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        page INTEGER NOT NULL,
        original TEXT NOT NULL,
        state TEXT NOT NULL,
        business_key TEXT,
        attempt INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        format INTEGER NOT NULL,
        body TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        UNIQUE (bot, content_hash, page)
      );
      CREATE INDEX case_by_state ON case_file (state, bot, seq);

      CREATE TABLE receipt_counter (received_on TEXT PRIMARY KEY, last INTEGER NOT NULL);

      CREATE TABLE intent (
        case_id TEXT PRIMARY KEY REFERENCES case_file (id),
        business_key TEXT NOT NULL,
        state TEXT NOT NULL,
        fence INTEGER NOT NULL,
        row_hash TEXT NOT NULL,
        target_number TEXT,
        pressed_at TEXT,
        updated_at TEXT NOT NULL
      );

      -- Who holds a business key. A claim whose button was pressed stays for ever.
      CREATE TABLE key_claim (
        bot TEXT NOT NULL,
        business_key TEXT NOT NULL,
        case_id TEXT NOT NULL REFERENCES case_file (id),
        first_pressed_at TEXT,
        PRIMARY KEY (bot, business_key)
      );
      CREATE INDEX key_claim_by_case ON key_claim (case_id);

      CREATE TABLE event (
        sequence INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES case_file (id),
        at TEXT NOT NULL,
        actor_kind TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        event TEXT NOT NULL,
        facts TEXT NOT NULL,
        hash TEXT NOT NULL
      );
      CREATE INDEX event_by_case ON event (case_id, sequence);
      CREATE TRIGGER event_no_update BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
      CREATE TRIGGER event_no_delete BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
      CREATE TRIGGER event_no_replace BEFORE INSERT ON event
        WHEN EXISTS (SELECT 1 FROM event WHERE sequence = NEW.sequence)
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
      -- One row: where the chain ends. Shows a cut-off tail.
      CREATE TABLE event_head (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL);

      CREATE TABLE lease (
        key TEXT PRIMARY KEY,
        holder TEXT,
        fence INTEGER NOT NULL,
        expires_at TEXT NOT NULL
      );

      CREATE TABLE flag (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    `,
  },
];
