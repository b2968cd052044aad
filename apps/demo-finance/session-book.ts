/** Who is logged in: one session per account, 30 minutes, locked after three wrong passwords. */
import { randomUUID } from "node:crypto";
import { type Account, findAccount } from "./accounts.ja.ts";

export interface Session {
  readonly id: string;
  readonly account: Account;
  /** 所属 code; null until it was chosen. */
  section: string | null;
  lastSeen: number;
  requests: number;
}

export type LoginResult =
  | { readonly kind: "in"; readonly session: Session; readonly tookOver: boolean }
  | { readonly kind: "wrong"; readonly triesLeft: number }
  | { readonly kind: "locked" };

export const sessionMinutes = 30;
const triesAllowed = 3;

export class SessionBook {
  readonly #now: () => Date;
  readonly #sessions = new Map<string, Session>();
  readonly #wrongTries = new Map<string, number>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The newest login wins: an older session of the account is ended. */
  logIn(user: string, password: string): LoginResult {
    const wrong = this.#wrongTries.get(user) ?? 0;
    if (wrong >= triesAllowed) return { kind: "locked" };
    const account = findAccount(user);
    if (account === null || account.password !== password) return this.#wrongPassword(user, wrong);
    this.#wrongTries.delete(user);
    const tookOver = this.#endAll(user);
    const lastSeen = this.#now().getTime();
    const session: Session = { id: randomUUID(), account, section: null, lastSeen, requests: 0 };
    this.#sessions.set(session.id, session);
    return { kind: "in", session, tookOver };
  }

  /** The live session, counted and prolonged; null when it has expired, was taken over or never was. */
  touch(id: string | undefined, mostRequests: number | null): Session | null {
    const session = this.#sessions.get(id ?? "");
    if (session === undefined) return null;
    const now = this.#now().getTime();
    session.requests += 1;
    const tooOld = now - session.lastSeen > sessionMinutes * 60_000;
    if (tooOld || (mostRequests !== null && session.requests > mostRequests)) {
      this.#sessions.delete(session.id);
      return null;
    }
    session.lastSeen = now;
    return session;
  }

  logOut(session: Session): void {
    this.#sessions.delete(session.id);
  }

  unlock(user: string): void {
    this.#wrongTries.delete(user);
  }

  #wrongPassword(user: string, wrong: number): LoginResult {
    const triesLeft = triesAllowed - wrong - 1;
    if (findAccount(user) !== null) this.#wrongTries.set(user, wrong + 1);
    return triesLeft === 0 && findAccount(user) !== null
      ? { kind: "locked" }
      : { kind: "wrong", triesLeft: Math.max(1, triesLeft) };
  }

  #endAll(user: string): boolean {
    const old = [...this.#sessions.values()].filter((session) => session.account.user === user);
    for (const session of old) this.#sessions.delete(session.id);
    return old.length > 0;
  }
}
