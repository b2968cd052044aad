/** Remembers every request, so that a drill can prove how often 登録 was really sent. Paths only, no field values. */
import type Database from "libsql";
import { z } from "zod";

export interface RequestEntry {
  /** ISO. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly user: string;
  /** HTTP status; 0 = the connection was cut or no answer was given yet. */
  readonly status: number;
}

export interface RequestCounts {
  readonly total: number;
  /** POST /register that arrived. */
  readonly registerPosts: number;
  /** POST /register that made a row. */
  readonly commits: number;
}

const entrySchema = z.object({
  at: z.string(),
  method: z.string(),
  path: z.string(),
  user: z.string(),
  status: z.number(),
});

const countSchema = z.object({ n: z.number() });

const schema = `
  CREATE TABLE IF NOT EXISTS request_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    user TEXT NOT NULL DEFAULT '',
    status INTEGER NOT NULL DEFAULT 0,
    committed INTEGER NOT NULL DEFAULT 0
  );
`;

export class RequestLog {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
    db.exec(schema);
  }

  /** Written on arrival: a request that kills the reply is counted too. Returns the id of the entry. */
  arrived(request: {
    readonly at: string;
    readonly method: string;
    readonly path: string;
  }): number {
    const result = this.#db
      .prepare("INSERT INTO request_log (at, method, path) VALUES (?, ?, ?)")
      .run(request.at, request.method, request.path);
    return Number(result.lastInsertRowid);
  }

  committed(id: number): void {
    this.#db.prepare("UPDATE request_log SET committed = 1 WHERE id = ?").run(id);
  }

  answered(id: number, answer: { readonly user: string; readonly status: number }): void {
    this.#db
      .prepare("UPDATE request_log SET user = ?, status = ? WHERE id = ?")
      .run(answer.user, answer.status, id);
  }

  counts(): RequestCounts {
    const count = (where: string): number =>
      countSchema.parse(
        this.#db.prepare(`SELECT count(*) AS n FROM request_log WHERE ${where}`).get(),
      ).n;
    return {
      total: count("1 = 1"),
      registerPosts: count("method = 'POST' AND path = '/register'"),
      commits: count("committed = 1"),
    };
  }

  entries(): readonly RequestEntry[] {
    return this.#db
      .prepare("SELECT at, method, path, user, status FROM request_log ORDER BY id")
      .all()
      .map((row) => entrySchema.parse(row));
  }
}
