/** The files of a bot (ファイルを読む・書く): one flat folder, and whatever leads out of it is refused. */
import { execFileSync } from "node:child_process";
import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBotFiles } from "../../queues/bot-files.ts";

let bot: string;
let outside: string;
const files = () => openBotFiles(bot);
const inFiles = (name: string): string => join(bot, "files", name);

beforeEach(async () => {
  const base = await mkdtemp(join(tmpdir(), "bot-files-"));
  [bot, outside] = [join(base, "bot"), join(base, "outside")];
  await mkdir(join(bot, "files"), { recursive: true });
  await mkdir(outside);
  await writeFile(join(outside, "secret.csv"), "番号\r\n秘密\r\n");
  await writeFile(join(bot, "scenario.yaml"), "題名: 見本\n");
});
afterEach(() => rm(join(bot, ".."), { recursive: true, force: true }));

const rows = [
  { 番号: "0012", 氏名: "見本 太郎" },
  { 番号: "0013", 氏名: "見本 花子" },
];

describe("tables", () => {
  it.each(["表.csv", "表.xlsx"])(
    "%s is read as it was written, leading zeros kept",
    async (name) => {
      await files().writeTable(name, name.endsWith("xlsx") ? "四月" : null, rows);
      const sheet = name.endsWith("xlsx") ? "四月" : null;
      expect(await files().readTable(name, sheet)).toEqual(rows);
    },
  );

  it("a second write replaces the first, and only the office may read it", async () => {
    await files().writeTable("表.csv", null, rows);
    await files().writeTable("表.csv", null, [{ 番号: "9" }]);
    expect(await files().readTable("表.csv", null)).toEqual([{ 番号: "9" }]);
    expect(await readdir(join(bot, "files"))).toEqual(["表.csv"]);
    expect((await stat(inFiles("表.csv"))).mode & 0o077).toBe(0);
  });

  it("CSV of Excel in Shift_JIS is read", async () => {
    const shiftJis = Uint8Array.from([0x94, 0xd4, 0x8d, 0x86, 0x0d, 0x0a, 0x30, 0x31, 0x0d, 0x0a]);
    await writeFile(inFiles("表.csv"), shiftJis);
    expect(await files().readTable("表.csv", null)).toEqual([{ 番号: "01" }]);
  });

  it("a file that is not there is named with the folder", async () => {
    await expect(files().readTable("無い.csv", null)).rejects.toMatchObject({
      code: "QUE161",
      message: expect.stringContaining("無い.csv"),
    });
  });
});

describe("what leads out of the folder", () => {
  it.each([
    "../scenario.yaml",
    "..",
    "/etc/passwd",
    "sub/表.csv",
    "..\\表.csv",
    "C:\\表.csv",
    "表.csv\u0000.txt",
    "",
    ".hidden.csv",
  ])("the name %j is refused for reading and writing", async (name) => {
    await expect(files().read(name)).rejects.toMatchObject({ code: "QUE160" });
    await expect(files().write(name, new Uint8Array([1]))).rejects.toMatchObject({
      code: "QUE160",
    });
    await expect(files().writeTable(name, null, rows)).rejects.toMatchObject({ code: "QUE160" });
    expect(await readFile(join(bot, "scenario.yaml"), "utf8")).toBe("題名: 見本\n");
  });

  it("a link in the folder is neither read nor written through", async () => {
    await symlink(join(outside, "secret.csv"), inFiles("表.csv"));
    await expect(files().readTable("表.csv", null)).rejects.toMatchObject({ code: "QUE161" });
    await expect(files().writeTable("表.csv", null, rows)).rejects.toMatchObject({
      code: "QUE160",
    });
    expect(await readFile(join(outside, "secret.csv"), "utf8")).toContain("秘密");
  });

  it("a link that waits where the new file is made is not followed", async () => {
    await symlink(join(outside, "secret.csv"), inFiles("new-表.csv"));
    await files().writeTable("表.csv", null, rows);
    expect(await readFile(join(outside, "secret.csv"), "utf8")).toContain("秘密");
    expect(await files().readTable("表.csv", null)).toEqual(rows);
  });

  it("a files folder that is itself a link is refused", async () => {
    await rm(join(bot, "files"), { recursive: true });
    await symlink(outside, join(bot, "files"));
    await expect(files().read("secret.csv")).rejects.toMatchObject({ code: "QUE160" });
    await expect(files().write("新.csv", new Uint8Array([1]))).rejects.toMatchObject({
      code: "QUE160",
    });
    expect(await readdir(outside)).toEqual(["secret.csv"]);
  });

  it("a folder, a pipe and a giant are refused at once", async () => {
    await mkdir(inFiles("表.csv"));
    await expect(files().read("表.csv")).rejects.toMatchObject({ code: "QUE160" });
    execFileSync("mkfifo", [inFiles("管.csv")]);
    await expect(files().read("管.csv")).rejects.toMatchObject({ code: "QUE160" });
    await writeFile(inFiles("大.csv"), "");
    await truncate(inFiles("大.csv"), 51 * 1024 * 1024);
    await expect(files().read("大.csv")).rejects.toMatchObject({ code: "QUE162" });
  });
});

it("a hard link to a file of the office is overwritten by a new file, not through the link", async () => {
  await link(join(outside, "secret.csv"), inFiles("表.csv"));
  await files().writeTable("表.csv", null, rows);
  expect(await readFile(join(outside, "secret.csv"), "utf8")).toContain("秘密");
});
