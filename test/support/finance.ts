/** A workspace with the first bot, its finance system in the test's own process tree, and rows instead of paper. */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startDemoFinance } from "../../apps/demo-finance/index.ts";
import { openVault } from "../../store/index.ts";
import { emptyFolder, projectRoot } from "./program.ts";

export interface Office {
  readonly folder: string;
  readonly finance: Awaited<ReturnType<typeof startDemoFinance>>;
}

const library = join(projectRoot, "scenarios", "library", "creditor-account");

/** buka.yaml of an office whose finance system stands at `url`. */
export function officeSettings(url: string): string {
  return `版: 1
待つ秒数: 10
画面:
  財務会計:
    入口: ${url}
    許可する宛先: [${new URL(url).host}]
    利用者: robot01
    所属: 110100
`;
}

/** A running finance system and a workspace that points to it, both gone after the test. */
export async function openOffice(
  options: { readonly faults?: readonly string[]; readonly password?: string } = {},
): Promise<Office> {
  const folder = await emptyFolder();
  const finance = await startDemoFinance({
    port: 0,
    db: join(folder, "finance.db"),
    faults: options.faults ?? [],
  });
  onTestFinished(() => finance.close());
  await mkdir(join(folder, "bots"), { recursive: true });
  await mkdir(join(folder, "tray"), { recursive: true });
  await cp(library, join(folder, "bots", "creditor-account"), {
    recursive: true,
    filter: (path) => !path.includes("samples"),
  });
  await settleSoon(join(folder, "bots", "creditor-account", "scenario.yaml"));
  await writeFile(join(folder, "buka.yaml"), officeSettings(finance.url));
  const vault = await openVault(join(folder, "ledger"), { environment: process.env });
  await vault.setSecret("財務会計/robot01", options.password ?? "demo-pass-1");
  return { folder, finance };
}

/** The demo finance system shows a commit at once, so its bot need not wait for it. */
async function settleSoon(scenario: string): Promise<void> {
  const text = await readFile(scenario, "utf8");
  await writeFile(scenario, text.replace(/^反映までの秒数: \d+$/mu, "反映までの秒数: 1"));
}

/** Pages of the sample tray that may be entered, as CSV rows. */
export async function writeRows(
  folder: string,
  count: number,
  change: (row: Record<string, string>) => Record<string, string> = (row) => row,
): Promise<string> {
  const truth = JSON.parse(
    await readFile(join(library, "samples", "truth.json"), "utf8"),
  ) as readonly {
    readonly expect: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  const rows = truth
    .filter((t) => t.expect === "enter")
    .slice(0, count)
    .map((t) => change({ ...t.values }));
  const names = [...new Set(rows.flatMap((r) => Object.keys(r)))];
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [names, ...rows.map((r) => names.map((n) => r[n] ?? ""))].map((cells) =>
    cells.map(cell).join(","),
  );
  const file = join(folder, "rows.csv");
  await writeFile(file, `\ufeff${lines.join("\r\n")}\r\n`);
  return file;
}
