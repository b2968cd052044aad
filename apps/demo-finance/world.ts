/** What every route needs, handed over in one piece. */
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { CreditorTable } from "./creditor-table.ts";
import type { Faults } from "./faults.ts";
import type { RequestLog } from "./request-log.ts";
import type { Session, SessionBook } from "./session-book.ts";
import type { FontSize } from "./views/page.ts";

export interface World {
  readonly creditors: CreditorTable;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly sessions: SessionBook;
  readonly pending: PendingCommits;
  readonly controlToken: string;
  readonly now: () => Date;
}

export interface WebEnv {
  Bindings: HttpBindings;
  Variables: { session: Session; logId: number; cut: boolean };
}

export type WebContext = Context<WebEnv>;

/** Commits go on when the browser has gone; closing waits for them. */
export class PendingCommits {
  readonly #running = new Set<Promise<unknown>>();

  async track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}

/** The size kept on this PC (文字サイズ). */
export function fontOf(c: WebContext): FontSize {
  const size = getCookie(c, "fontsize");
  return size === "m" || size === "l" ? size : "s";
}
