/** Command line of the demo finance system: starts it, or prints its ledger. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { DemoFinanceError, demoFinanceError } from "./demo-finance-error.ts";
import { readLedger, startDemoFinance } from "./start.ts";
import { startTexts } from "./views/messages.ja.ts";

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

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function dump(file: string): void {
  if (!existsSync(file)) throw demoFinanceError(startTexts.noDump(file));
  print(readLedger(file));
}

async function serve(options: ReturnType<typeof readOptions>): Promise<void> {
  const system = await startDemoFinance({
    port: readNumber("port", options.port, 65_535),
    db: options.db,
    faults: options.fault,
    seedCreditors: readNumber("seed-creditors", options["seed-creditors"], 100_000),
  });
  const stop = (): void => {
    system.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  print({ url: system.url, pid: process.pid, controlToken: system.controlToken });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.dump === undefined) await serve(options);
  else dump(options.dump);
} catch (error) {
  if (!(error instanceof DemoFinanceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
