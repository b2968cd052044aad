/** Settings of a workspace (buka.yaml): Japanese keys for the office, English names for the rooms, BUKA_* over both. */
import { problemRow } from "./buka-error.ts";
import { type Parsed, ProblemBook, splitLines } from "./problem.ts";
import { readYaml, type YamlMap } from "./read-yaml.ts";
import { find, readSystems, type SystemSettings, systemProblem } from "./system-settings.ja.ts";

/** Everything that buka.yaml and the environment decide. */
export interface Settings {
  /** Folders relative to the workspace unless absolute. */
  readonly bots: string;
  readonly tray: string;
  /** Only files whose names begin so are received, where several sites share a tray; "" = all. */
  readonly sitePrefix: string;
  readonly ledger: string;
  /** Address of the PostgreSQL that holds the ledger for several machines; null = a file in `ledger` (内蔵). */
  readonly ledgerServer: string | null;
  /** Folder of the evidence, one for all machines; null = in `ledger`. */
  readonly evidence: string | null;
  /** S3-compatible server that holds the evidence (https://KEYNAME@host/bucket); null = the folder alone (内蔵). */
  readonly evidenceServer: string | null;
  readonly reports: string;
  readonly systems: readonly SystemSettings[];
  /** Path of a browser program; null = look for one. */
  readonly browser: string | null;
  /** Seconds to wait for something to appear on a screen. */
  readonly patienceSeconds: number;
  /** Redis or PostgreSQL that holds the queue for several machines, 台帳のサーバー = where the ledger is; null = embedded (内蔵). */
  readonly queue: string | null;
  /** Begins the names of the queues on a server; null = one of its own for this ledger. */
  readonly queueName: string | null;
  /** Name that stands in the ledger for people at this machine. */
  readonly person: string;
  /** Name that stands in the ledger for the bot's account. */
  readonly robot: string;
  /** File of the site's own thresholds of reading; null = the shipped ones. */
  readonly calibration: string | null;
  /** Names of the two readers of digits and of the two of Japanese, parted by 、; "" = the shipped ones. */
  readonly digitReaders: string;
  readonly japaneseReaders: string;
  /** Folder of master lists that serve every bot (郵便番号.csv …). */
  readonly masters: string;
  /** Share (0..1) of the accepted fields that a person types a second time without seeing the value. */
  readonly doubleEntryShare: number;
  /** How long evidence of ended cases is kept (証跡の保存). */
  readonly keeping: EvidenceKeeping;
  /** True = a case with such a field waits for the answer before it is entered. */
  readonly doubleEntryWaits: boolean;
}

/** Years run from the April after the fiscal year in which the case ended, days from its end; null = for ever (ずっと). */
export type KeepingTime = { readonly years: number } | { readonly days: number } | null;

/** Originals and page images; pictures of screens; records of the sentences that were played. */
export interface EvidenceKeeping {
  readonly papers: KeepingTime;
  readonly screens: KeepingTime;
  readonly records: KeepingTime;
}

const textKeys = {
  部下の場所: { name: "bots", env: "BUKA_BOTS", standard: "bots" },
  受付トレイ: { name: "tray", env: "BUKA_TRAY", standard: "tray" },
  拠点の印: { name: "sitePrefix", env: "BUKA_SITE_PREFIX", standard: "" },
  台帳の場所: { name: "ledger", env: "BUKA_LEDGER", standard: "ledger" },
  台帳のサーバー: { name: "ledgerServer", env: "BUKA_LEDGER_SERVER", standard: "内蔵" },
  証跡の場所: { name: "evidence", env: "BUKA_EVIDENCE", standard: "" },
  証跡のサーバー: { name: "evidenceServer", env: "BUKA_EVIDENCE_SERVER", standard: "内蔵" },
  報告の場所: { name: "reports", env: "BUKA_REPORTS", standard: "reports" },
  ブラウザの場所: { name: "browser", env: "BUKA_BROWSER", standard: "" },
  待つ秒数: { name: "patienceSeconds", env: "BUKA_PATIENCE", standard: "10" },
  順番待ち: { name: "queue", env: "BUKA_QUEUE", standard: "内蔵" },
  順番待ちの名前: { name: "queueName", env: "BUKA_QUEUE_NAME", standard: "" },
  担当者: { name: "person", env: "BUKA_PERSON", standard: "担当者" },
  部下の名前: { name: "robot", env: "BUKA_ROBOT", standard: "部下" },
  数字の読み手: { name: "digitReaders", env: "BUKA_DIGIT_READERS", standard: "" },
  和文の読み手: { name: "japaneseReaders", env: "BUKA_JAPANESE_READERS", standard: "" },
  読取の基準: { name: "calibration", env: "BUKA_CALIBRATION", standard: "" },
  一覧の場所: { name: "masters", env: "BUKA_MASTERS", standard: "masters" },
  二重入力の割合: { name: "doubleEntryShare", env: "BUKA_DOUBLE_ENTRY", standard: "2%" },
  書類の画像の保存: { name: "keepPapers", env: "BUKA_KEEP_PAPERS", standard: "5年" },
  画面の写しの保存: { name: "keepScreens", env: "BUKA_KEEP_SCREENS", standard: "5年" },
  手順の記録の保存: { name: "keepRecords", env: "BUKA_KEEP_RECORDS", standard: "5年" },
  二重入力を待つ: { name: "doubleEntryWaits", env: "BUKA_DOUBLE_ENTRY_WAITS", standard: "いいえ" },
} as const;

type TextName = (typeof textKeys)[keyof typeof textKeys]["name"];

/** One line of `buka doctor`: which value is in force and where it came from. */
export interface SettingInForce {
  readonly key: string;
  readonly value: string;
  readonly from: "standard" | "file" | "environment";
}

/** Settings with the origin of each value. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly inForce: readonly SettingInForce[];
}

/**
 * Reads buka.yaml and the environment. Problems carry COR1xx codes and their place in the file.
 * Unknown keys are errors: a misspelt setting that is silently ignored costs a night.
 */
export function readSettings(
  text: string,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Parsed<LoadedSettings> {
  const parsed = readYaml(text, file);
  if (!parsed.ok) return parsed;
  const problems = new ProblemBook(file, splitLines(text));
  problems.addAll(parsed.problems);
  const root = parsed.value;
  if (root.kind !== "map") {
    problems.add(settingsProblem.notAMap, {}, root.at);
    return { ok: false, problems: problems.problems };
  }
  const known = [...Object.keys(textKeys), "版", "画面"];
  for (const { key, keyAt } of root.entries)
    if (!known.includes(key)) problems.add(systemProblem.unknownKey, { key, known }, keyAt);
  const { values, inForce } = textSettings(root, environment, problems);
  const systems = readSystems(find(root, "画面"), problems);
  const patience = Number(values.patienceSeconds);
  if (!(patience >= 1 && patience <= 600))
    problems.add(settingsProblem.badPatience, {}, find(root, "待つ秒数")?.at ?? root.at);
  const doubleEntry = doubleEntrySettings(values, root, problems);
  const keeping = keepingSettings(values, root, problems);
  if (problems.hasErrors) return { ok: false, problems: problems.problems };
  const settings: Settings = {
    ...values,
    systems,
    browser: orNull(values.browser),
    queue: orNull(values.queue),
    ledgerServer: orNull(values.ledgerServer),
    evidence: orNull(values.evidence),
    evidenceServer: orNull(values.evidenceServer),
    queueName: orNull(values.queueName),
    patienceSeconds: patience,
    calibration: orNull(values.calibration),
    keeping,
    ...doubleEntry,
  };
  return { ok: true, value: { settings, inForce }, problems: problems.problems };
}

/** Null = nothing, or on this machine alone. */
const orNull = (written: string): string | null => (/^(内蔵)?$/u.test(written) ? null : written);

const keepingKeys = {
  papers: "書類の画像の保存",
  screens: "画面の写しの保存",
  records: "手順の記録の保存",
} as const;
const yesNo: Readonly<Record<string, boolean>> = { はい: true, いいえ: false };

function keepingSettings(
  values: Readonly<Record<TextName, string>>,
  root: YamlMap,
  problems: ProblemBook,
): EvidenceKeeping {
  const read = (kind: keyof typeof keepingKeys): KeepingTime => {
    const key = keepingKeys[kind];
    const time = keepingTime(values[textKeys[key].name]);
    if (time === undefined)
      problems.add(settingsProblem.badKeeping, { key }, find(root, key)?.at ?? root.at);
    return time ?? null;
  };
  return { papers: read("papers"), screens: read("screens"), records: read("records") };
}

/** 5年, 90日 or ずっと; undefined for anything else. */
function keepingTime(written: string): KeepingTime | undefined {
  const bare = written.normalize("NFKC").replace(/\s/gu, "");
  if (bare === "ずっと") return null;
  const m = /^([1-9]\d{0,3})(年|日)$/u.exec(bare);
  if (!m) return undefined;
  return m[2] === "年" ? { years: Number(m[1]) } : { days: Number(m[1]) };
}

function doubleEntrySettings(
  values: Readonly<Record<TextName, string>>,
  root: YamlMap,
  problems: ProblemBook,
): Pick<Settings, "doubleEntryShare" | "doubleEntryWaits"> {
  const share = percentOf(values.doubleEntryShare);
  if (share === null)
    problems.add(settingsProblem.badShare, {}, find(root, "二重入力の割合")?.at ?? root.at);
  const waits = yesNo[values.doubleEntryWaits.normalize("NFKC").trim()];
  if (waits === undefined)
    problems.add(settingsProblem.badYesNo, {}, find(root, "二重入力を待つ")?.at ?? root.at);
  return { doubleEntryShare: share ?? 0, doubleEntryWaits: waits ?? false };
}

/** 2%, 2 or 0.5 % as a share; null for anything else. */
function percentOf(written: string): number | null {
  const percent = Number(
    /^(\d{1,3}(?:\.\d{1,3})?)\s*%?$/u.exec(written.normalize("NFKC").trim())?.[1],
  );
  return percent >= 0 && percent <= 100 ? percent / 100 : null;
}

function textSettings(
  root: YamlMap,
  environment: Readonly<Record<string, string | undefined>>,
  problems: ProblemBook,
): { values: Record<TextName, string>; inForce: SettingInForce[] } {
  const values: Partial<Record<TextName, string>> = {};
  const inForce: SettingInForce[] = [];
  for (const [key, row] of Object.entries(textKeys)) {
    const node = find(root, key);
    if (node && node.kind !== "text") problems.add(settingsProblem.oneValue, { key }, node.at);
    const written = (node?.kind === "text" && node.value) || null;
    const over = environment[row.env];
    const value = over ?? written ?? row.standard;
    values[row.name] = value;
    inForce.push({ key, value, from: originOf(over, written) });
  }
  return { values: values as Record<TextName, string>, inForce };
}

function originOf(over: string | undefined, written: string | null): SettingInForce["from"] {
  if (over !== undefined) return "environment";
  return written === null ? "standard" : "file";
}

/** Problems of buka.yaml. */
export const settingsProblem = {
  notAMap: problemRow("COR101", "error", () => ({
    message: "設定は「項目名: 値」の形で書きます。",
  })),
  badPatience: problemRow("COR103", "error", () => ({
    message: "「待つ秒数」は 1 から 600 までの数で書きます。",
  })),
  badShare: problemRow("COR108", "error", () => ({
    message: "「二重入力の割合」は 0% から 100% までの割合で書きます。",
    fix: "二重入力の割合: 2%",
  })),
  badKeeping: problemRow<{ key: string }>("COR130", "error", (a) => ({
    message: `「${a.key}」には、5年・90日・ずっと のように書きます。`,
    fix: `${a.key}: 5年`,
  })),
  badYesNo: problemRow("COR109", "error", () => ({
    message: "「二重入力を待つ」には はい か いいえ を書きます。",
    fix: "二重入力を待つ: いいえ",
  })),
  oneValue: problemRow<{ key: string }>("COR104", "error", (a) => ({
    message: `「${a.key}」には一つの値を書きます。`,
  })),
} as const;
