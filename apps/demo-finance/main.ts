/** Entry point of the demo finance system: one JSON line when ready, ended gracefully by SIGTERM. */
import { runCommandLine } from "./command-line.ts";
import { DemoFinanceError } from "./demo-finance-error.ts";

try {
  const print = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const system = await runCommandLine(process.argv.slice(2), print);
  const stop = (): void => {
    system?.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  if (system !== null) {
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  }
} catch (error) {
  if (!(error instanceof DemoFinanceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
