/** The ways in which a person names a bot: its folder, a path that a shell completed, its title. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { botNameOf } from "../../queues/index.ts";
import { freshFolder } from "../support/store-world.ts";

let bots: string;

async function bot(name: string, title: string): Promise<void> {
  await mkdir(join(bots, name), { recursive: true });
  const text = `題名: ${title}\n持ち主: 会計課 審査係\n手順:\n  - 「旧」を開く\n`;
  await writeFile(join(bots, name, "scenario.yaml"), text);
}

beforeEach(async () => {
  bots = join(await freshFolder(), "bots");
  await bot("creditor", "債権者（口座振替払）登録");
  await bot("travel", "旅費の精算");
  await bot("travel-old", "旅費の精算（旧）");
});

describe("the bot that a person means", () => {
  it.each([
    ["creditor", "creditor"],
    ["bots/creditor", "creditor"],
    ["bots/creditor/", "creditor"],
    ["bots\\creditor\\", "creditor"],
    ["bots/creditor/scenario.yaml", "creditor"],
    ["債権者（口座振替払）登録", "creditor"],
    ["債権者(口座振替払) 登録", "creditor"],
    ["旅費の精算", "travel"],
  ])("%s is %s", async (word, name) => {
    expect(await botNameOf(bots, word)).toBe(name);
  });

  it("is found by its whole path", async () => {
    expect(await botNameOf(bots, join(bots, "travel", "scenario.yaml"))).toBe("travel");
  });

  it.each(["nobody", "", "旅費", "../bots2/creditor", "elsewhere/creditor", "/creditor"])(
    "is nobody where %j is written",
    async (word) => {
      await expect(botNameOf(bots, word)).rejects.toMatchObject({ code: "QUE101" });
    },
  );

  it("is asked for by name where two have the title", async () => {
    await bot("travel-copy", "旅費の精算");
    await expect(botNameOf(bots, "旅費の精算")).rejects.toMatchObject({
      code: "QUE175",
      next: "名前で書いてください：travel、travel-copy",
    });
  });

  it("is asked back where the name is nearly right, with all that there are", async () => {
    await expect(botNameOf(bots, "creditr")).rejects.toMatchObject({
      next: expect.stringMatching(
        /^もしかして「creditor」ですか。いまある部下：creditor（債権者（口座振替払）登録）、travel（/u,
      ),
    });
  });
});
