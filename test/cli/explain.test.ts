/** `buka explain`: the 手順書 with its flow and the pictures of the last rehearsal, as one page and as Markdown. */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { explain } from "../../apps/cli/commands/explain.ts";
import type { Io } from "../../apps/cli/io.ts";
import { picturesFile } from "../../apps/cli/rehearsal-pictures.ts";
import { keptIo } from "../support/cli-io.ts";
import { clockAt, freshFolder } from "../support/store-world.ts";

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const library = "scenarios/library/creditor-account";

let folder: string;
let out: string[];
let io: Io;

beforeEach(async () => {
  folder = await freshFolder();
  out = [];
  io = keptIo(folder, clockAt("2026-11-22T09:00:00+09:00"), out);
  const bot = join(folder, "bots", "creditor-account");
  await mkdir(bot, { recursive: true });
  await cp(join(library, "scenario.yaml"), join(bot, "scenario.yaml"));
  await cp(join(library, "screens.yaml"), join(bot, "screens.yaml"));
});

/** A record as a rehearsal leaves it: a picture after the sentence of that line. */
async function rehearsed(stamp: string, sentence: string): Promise<void> {
  const record = join(folder, "reports", `creditor-account-rehearsal-${stamp}`);
  await mkdir(record, { recursive: true });
  const lines = (await readFile(join(library, "scenario.yaml"), "utf8")).split("\n");
  const line = lines.findIndex((l) => l.includes(sentence)) + 1;
  await writeFile(join(record, "1.png"), png);
  await writeFile(join(record, picturesFile), JSON.stringify([{ line, sentence, file: "1.png" }]));
}

const call = (options: Record<string, string | boolean>) => ({
  words: ["creditor-account"],
  options: { workspace: folder, ...options },
});

describe("buka explain", () => {
  it("makes one page with both flows and the pictures of the last rehearsal", async () => {
    await rehearsed("20261120-090000", "「検索」を押す");
    await rehearsed("20261121-090000", "「債権者氏名」に {氏名} を入力する");
    await explain(io, call({ out: "手順書.html" }));
    const page = await readFile(join(folder, "手順書.html"), "utf8");
    expect(page).toContain("いま（手作業、1件 8分）");
    expect(page).toContain("これから（部下と）");
    expect(page.match(/<svg/gu)).toHaveLength(2);
    expect(page).toContain(`data:image/png;base64,${png.toString("base64")}`);
    expect(page).toContain("「債権者氏名」に {氏名} を入力する のあとの画面");
    expect(page).not.toContain("「検索」を押す のあとの画面");
    expect(page).toContain("もし 代表者 &lt;&gt; &quot;&quot; なら");
    expect(page).not.toMatch(/<script|src="http/u);
  });

  it("says how pictures come in where nothing was rehearsed", async () => {
    await explain(io, call({ html: true }));
    expect(out[0]).toContain("画面の写しは、予行（buka rehearse）をすると入ります。");
  });

  it("links the pictures from Markdown by their place", async () => {
    await rehearsed("20261121-090000", "「検索」を押す");
    await explain(io, call({ out: "手順書.md" }));
    const text = await readFile(join(folder, "手順書.md"), "utf8");
    expect(text).toContain("| 2 | 見 | 「債権者管理」→「債権者検索」を開く |");
    expect(text).toContain(
      "![「検索」を押す](reports/creditor-account-rehearsal-20261121-090000/1.png)",
    );
  });
});
