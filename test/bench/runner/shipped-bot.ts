/** The shipped bot for creditors, its cases and a player for it: what the figures on the demo finance system share. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { silentLog, systemClock } from "../../../core/index.ts";
import {
  type LookAheadPlayer,
  launchPlayer,
  type PlayRequest,
  parseScreens,
  type ScreenDictionary,
} from "../../../runner/index.ts";
import { parseScenario, type Scenario } from "../../../scenarios/index.ts";
import { sampleCompany } from "../../support/sample-company.ts";

const folder = join("scenarios", "library", "creditor-account");

export function readBot(): { scenario: Scenario; dictionary: ScreenDictionary } {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const scenario = parseScenario(read("scenario.yaml"), "scenario.yaml");
  const screens = parseScreens(read("screens.yaml"), "screens.yaml");
  if (!scenario.ok || !screens.ok) throw new Error("the shipped bot does not read");
  return { scenario: scenario.value, dictionary: screens.value };
}

export interface Account {
  readonly user: string;
  readonly password: string;
}

/** Accounts of the demo system that may register; one session each. */
export const accounts: readonly Account[] = [
  { user: "robot01", password: "demo-pass-1" },
  { user: "robot02", password: "demo-pass-2" },
  { user: "kaikei01", password: "demo-pass-3" },
];

export function launchFor(
  url: string,
  dictionary: ScreenDictionary,
  more: { readonly account: Account; readonly patienceSeconds: number },
): Promise<LookAheadPlayer> {
  const { user, password } = more.account;
  return launchPlayer({
    systems: [
      {
        name: "財務会計",
        url,
        allowedHosts: [new URL(url).host],
        credentials: async () => ({ user, password, section: "110100" }),
      },
    ],
    dictionary,
    clock: systemClock,
    log: silentLog,
    patienceSeconds: more.patienceSeconds,
  });
}

/** The company of the examples as case number `n`: a receipt number and a telephone number of its own. */
export function caseValues(n: number): typeof sampleCompany & { 受付番号: string } {
  const four = String(n).padStart(4, "0");
  return {
    ...sampleCompany,
    電話番号: `000-${four.slice(0, 3)}-${four}`,
    受付番号: `R8-${String(n).padStart(6, "0")}`,
  };
}

/** `pictures`: whether the screens before and after 登録 are taken. */
export function requestOf(scenario: Scenario, n: number, pictures: boolean): PlayRequest {
  return {
    scenario,
    values: caseValues(n),
    barrier: { beforePress: () => Promise.resolve() },
    evidence: { picture: () => Promise.resolve(), wants: () => pictures },
  };
}
