/** The ledger's tables as numbered steps. A step that has shipped is never edited; a change is a new step. */

/** What the two databases write differently. */
export interface Dialect {
  /** Type of a column that counts up by itself and is the key. */
  readonly counter: string;
  /** Statements after which rows of table `event` can be added, but neither changed nor taken away. */
  readonly appendOnlyEvents: string;
  /** Names of the tables that are there. */
  readonly tableNames: string;
}

export interface SchemaStep {
  readonly number: number;
  readonly name: string;
  readonly sql: (dialect: Dialect) => string;
}

export const sqliteDialect: Dialect = {
  counter: "INTEGER PRIMARY KEY AUTOINCREMENT",
  appendOnlyEvents: `
      CREATE TRIGGER event_no_update BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
      CREATE TRIGGER event_no_delete BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
      CREATE TRIGGER event_no_replace BEFORE INSERT ON event
        WHEN EXISTS (SELECT 1 FROM event WHERE sequence = NEW.sequence)
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;`,
  tableNames: "SELECT name FROM sqlite_master WHERE type = 'table'",
};

export const postgresDialect: Dialect = {
  counter: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
  appendOnlyEvents: `
      CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$;
      CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON event
        FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();`,
  tableNames: "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()",
};

/** Steps of the ledger in order, the same for both databases but for what a dialect says. */
export const schemaSteps: readonly SchemaStep[] = [
  {
    number: 1,
    name: "first-ledger",
    sql: (dialect) => `
      CREATE TABLE case_file (
        seq ${dialect.counter},
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
      ${dialect.appendOnlyEvents}
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
  {
    number: 2,
    name: "order-of-cases",
    sql: () => `
      -- Only cases that a person has put before or behind the others; the queue is rebuilt with it.
      CREATE TABLE case_order (
        case_id TEXT PRIMARY KEY REFERENCES case_file (id),
        priority INTEGER NOT NULL
      );
      -- When a finance system may be given the next entry (so many a minute, over all machines).
      CREATE TABLE pace (name TEXT PRIMARY KEY, next_at TEXT NOT NULL);
      CREATE INDEX event_by_name ON event (event, sequence);
    `,
  },
];
