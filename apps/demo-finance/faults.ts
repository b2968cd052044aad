/** Misbehaviour on request, declared as short texts such as "lose-reply-after-commit:3". Counted from the moment it is set. */
import { demoFinanceError } from "./demo-finance-error.ts";
import { faultTexts } from "./views/messages.ja.ts";

/** Name → what its number means; null = takes no number. */
const faultTable = {
  "lose-reply-after-commit": "every",
  "cut-reply-after-commit": "every",
  "http-500-after-commit": "every",
  "blank-after-commit": "every",
  "commit-delay": "millis",
  "visible-after": "millis",
  slow: "millis",
  "session-expires-after": "requests",
  "edit-conflict": "times",
  maintenance: null,
  closed: null,
  "swap-fields": null,
  "rename-caption": null,
  "duplicate-warning": null,
} as const;

export type FaultName = keyof typeof faultTable;

export const faultNames = Object.keys(faultTable) as readonly FaultName[];

export type CommitFate = "answer" | "lose-reply" | "cut-reply" | "http-500" | "blank";

const largestNumber = 3_600_000;

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name);
}

function parseOne(spec: string): { name: FaultName; amount: number } | string {
  const [name = "", amount, ...rest] = spec.trim().split(":");
  if (!isFaultName(name)) return faultTexts.unknown({ spec, names: faultNames });
  if (faultTable[name] === null) {
    return amount === undefined ? { name, amount: 1 } : faultTexts.noNumber({ spec });
  }
  const value = Number(amount);
  const good =
    rest.length === 0 && /^\d+$/.test(amount ?? "") && value >= 1 && value <= largestNumber;
  return good ? { name, amount: value } : faultTexts.needsNumber({ spec, name });
}

/** Parses "a:1" or "a:1,b"; all faulty specs are told together. */
export function parseFaults(specs: readonly string[]): ReadonlyMap<FaultName, number> {
  const parsed = specs
    .flatMap((spec) => spec.split(","))
    .filter((spec) => spec.trim() !== "")
    .map(parseOne);
  const problems = parsed.filter((one) => typeof one === "string");
  if (problems.length > 0) throw demoFinanceError(problems.join("\n"));
  return new Map(
    parsed.flatMap((one) => (typeof one === "string" ? [] : [[one.name, one.amount] as const])),
  );
}

/** The misbehaviour in force and its counters. */
export class Faults {
  #set: ReadonlyMap<FaultName, number>;
  #commits = 0;
  #conflicts = 0;

  constructor(specs: readonly string[]) {
    this.#set = parseFaults(specs);
  }

  /** Replaces all faults and starts counting anew. */
  replace(specs: readonly string[]): void {
    this.#set = parseFaults(specs);
    this.#commits = 0;
    this.#conflicts = 0;
  }

  specs(): readonly string[] {
    return [...this.#set].map(([name, amount]) =>
      faultTable[name] === null ? name : `${name}:${amount}`,
    );
  }

  has(name: FaultName): boolean {
    return this.#set.has(name);
  }

  /** The number given, or null when the fault is not in force. */
  amount(name: FaultName): number | null {
    return this.#set.get(name) ?? null;
  }

  /** Called once per commit: what becomes of its reply. */
  nextCommitFate(): CommitFate {
    this.#commits += 1;
    const due = (name: FaultName): boolean => {
      const every = this.amount(name);
      return every !== null && this.#commits % every === 0;
    };
    if (due("lose-reply-after-commit")) return "lose-reply";
    if (due("cut-reply-after-commit")) return "cut-reply";
    if (due("http-500-after-commit")) return "http-500";
    if (due("blank-after-commit")) return "blank";
    return "answer";
  }

  /** Called once per 確認: true while another user is said to be editing. */
  nextConflict(): boolean {
    const times = this.amount("edit-conflict") ?? 0;
    this.#conflicts += 1;
    return this.#conflicts <= times;
  }
}
