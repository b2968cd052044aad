/** A worker that runs by itself, and the order to stop that reaches it through the ledger. */
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { buka, emptyFolder, ended, startBuka } from "../support/program.ts";

it("a worker for both lanes works until the order to stop comes", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "buka.yaml"), "版: 1\n");
  const child = startBuka(["worker", "--workspace", folder]);
  if (child.stderr === null) expect.unreachable();
  const [line] = await once(createInterface({ input: child.stderr }), "line");
  expect(line).toContain("読取・点検と入力の係を始めました");
  const end = ended(child);
  const stopped = await buka(["stop", "--workspace", folder, "--json"]);
  expect(stopped).toMatchObject({ code: 0, out: '{"inHand":0}\n' });
  expect(await end).toMatchObject({ code: 0 });
}, 90_000);

it("names the lanes when another word is given", async () => {
  const wrong = await buka(["worker", "--lanes", "read,press", "--json"]);
  expect(wrong.code).toBe(2);
  expect(wrong.out + wrong.err).toMatch(/press.*read（読取）.*enter（入力）/u);
}, 90_000);
