/** What the program does with its options: start the system, or print the ledger of a file. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { demoFinanceError } from "./demo-finance-error.ts";
import { type DemoFinance, readLedger, startDemoFinance } from "./start.ts";
import { startTexts } from "./views/messages.ja.ts";

/** Returns the running system, or null when there was only something to print. One JSON line goes to `print`. */
export async function runCommandLine(
  args: readonly string[],
  print: (line: string) => void,
): Promise<DemoFinance | null> {
  const options = readOptions(args);
  if (options.dump !== undefined) {
    if (!existsSync(options.dump)) throw demoFinanceError(startTexts.noDump(options.dump));
    print(JSON.stringify(readLedger(options.dump)));
    return null;
  }
  const system = await startDemoFinance({
    port: readNumber("port", options.port, 65_535),
    db: options.db,
    faults: options.fault,
    seedCreditors: readNumber("seed-creditors", options["seed-creditors"], 100_000),
  });
  const { url, controlToken } = system;
  print(JSON.stringify({ url, pid: process.pid, controlToken }));
  return system;
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "0" },
        db: { type: "string", default: ":memory:" },
        fault: { type: "string", multiple: true, default: [] },
        "seed-creditors": { type: "string", default: "0" },
        dump: { type: "string" },
      },
    });
    return values;
  } catch (error) {
    throw demoFinanceError(startTexts.badOptions(error instanceof Error ? error.message : ""));
  }
}

function readNumber(option: string, value: string, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= most) return number;
  throw demoFinanceError(startTexts.badNumber({ option, value, most }));
}
