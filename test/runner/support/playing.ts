/** Plays sentences against the old system, with the real scenario reader and the real browser. */
import { silentLog, systemClock } from "../../../core/index.ts";
import {
  type LookUpOutcome,
  launchPlayer,
  type Player,
  type PlayOutcome,
  type ScreenDictionary,
} from "../../../runner/index.ts";
import { parseScenario, type Scenario } from "../../../scenarios/index.ts";
import type { OldSystem } from "./old-system.ts";

export const emptyDictionary: ScreenDictionary = {
  captions: {},
  commitCaptions: [],
  forbiddenCaptions: [],
  notShownOnConfirm: [],
  businessErrors: ["E105", "E110"],
  busyTexts: ["E107"],
  closedTexts: ["E113", "E114"],
  sessionLost: ["E108"],
  noHitTexts: ["該当するデータはありません"],
};

export interface Bench {
  readonly player: Player;
  /** Purpose → last picture. */
  readonly pictures: Map<string, Uint8Array>;
  readonly log: { event: string; facts: unknown }[];
  pressesAllowed: number;
  /** Runs while the commit barrier holds the press. */
  onBarrier: (() => Promise<void>) | null;
  play(
    sentences: readonly string[] | Scenario,
    values?: Record<string, string>,
  ): Promise<PlayOutcome>;
  lookUp(sentences: readonly string[], values?: Record<string, string>): Promise<LookUpOutcome>;
}

export async function openBench(
  system: OldSystem,
  more: {
    dictionary?: Partial<ScreenDictionary>;
    password?: string;
    patienceSeconds?: number;
  } = {},
): Promise<Bench> {
  const pictures = new Map<string, Uint8Array>();
  const log: Bench["log"] = [];
  const keep = (event: string, facts?: unknown): void => void log.push({ event, facts });
  const player = await launchPlayer({
    systems: [
      {
        name: "旧システム",
        url: system.url,
        allowedHosts: [system.host],
        credentials: async () => ({
          user: "robot",
          password: more.password ?? "right",
          section: null,
        }),
      },
    ],
    dictionary: { ...emptyDictionary, ...more.dictionary },
    clock: systemClock,
    log: { ...silentLog, info: keep, warn: keep, error: keep },
    patienceSeconds: more.patienceSeconds ?? 1.5,
  });
  const evidence = {
    picture: async (purpose: string, png: Uint8Array) => void pictures.set(purpose, png),
  };
  const bench: Bench = {
    player,
    pictures,
    log,
    pressesAllowed: 0,
    onBarrier: null,
    play: (sentences, values = {}) =>
      player.play({
        scenario: "steps" in sentences ? sentences : scenarioOf(sentences, []),
        values,
        evidence,
        barrier: {
          beforePress: async () => {
            bench.pressesAllowed += 1;
            await bench.onBarrier?.();
          },
        },
      }),
    lookUp: (sentences, values = {}) =>
      player.lookUp({ scenario: scenarioOf([], sentences), values, evidence }),
  };
  return bench;
}

/** Sentences with leading spaces and YAML keys (もし:) may be given as they stand in a file. */
export function scenarioOf(steps: readonly string[], lookup: readonly string[]): Scenario {
  const list = (lines: readonly string[]): string =>
    lines.map((l) => (/^\s/u.test(l) ? l : `  - ${l}`)).join("\n");
  const front = "「旧システム」にログインする";
  const text = `版: 1
題名: 試験
持ち主: 会計課
段階: 机上検証
使う画面: [旧システム]
取り違え防止の鍵: [番号]
成功の印: 登録が完了しました
反映までの秒数: 1
手順:
${list([front, ...steps])}
${lookup.length > 0 ? `照会手順:\n${list(lookup)}\n` : ""}`;
  const parsed = parseScenario(text, "試験.yaml");
  if (!parsed.ok)
    throw new Error(parsed.problems.map((p) => `${p.at.line}: ${p.message}`).join("\n"));
  return parsed.value;
}

/** What a test compares first: how it ended and with which code. */
export function endOf(outcome: PlayOutcome | LookUpOutcome): string {
  return "error" in outcome ? `${outcome.kind} ${outcome.error.code}` : outcome.kind;
}
