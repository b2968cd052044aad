/** One thing that `buka doctor` looked at, and how an error becomes one. */
import { isBukaError } from "../../../core/index.ts";

export interface DoctorFinding {
  readonly name: string;
  /** care = works, but somebody should look at it. */
  readonly state: "good" | "care" | "bad";
  readonly found: string;
  /** What to do; empty when there is nothing to do. */
  readonly next: string;
}

export const good = (name: string, found: string): DoctorFinding => ({
  name,
  state: "good",
  found,
  next: "",
});

export const bad = (name: string, found: string, next: string): DoctorFinding => ({
  name,
  state: "bad",
  found,
  next,
});

export const care = (name: string, found: string, next: string): DoctorFinding => ({
  name,
  state: "care",
  found,
  next,
});

/** Looks; an error that has a name becomes a finding with its own next step. */
export async function look(
  name: string,
  work: () => Promise<DoctorFinding> | DoctorFinding,
): Promise<DoctorFinding> {
  try {
    return await work();
  } catch (error) {
    if (isBukaError(error)) return bad(name, error.message, error.next);
    throw error;
  }
}
