/** Lists that a site puts into masters/: any CSV with captions, and the postal codes of Japan Post as they are handed out. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSiteMasters } from "../../queues/site-masters.ja.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-masters-"));
});
afterEach(() => rm(folder, { recursive: true }));

const postal = [
  '13101,"100  ","1000000","ﾄｳｷｮｳﾄ","ﾁﾖﾀﾞｸ","ｲｶﾆ","見本県","みほん市","以下に掲載がない場合",0,0,0,0,0,0',
  '13101,"100  ","1000004","ﾄｳｷｮｳﾄ","ﾁﾖﾀﾞｸ","ｵｵﾃﾏﾁ","見本県","みほん市","大手町（次のビルを除く）",0,0,1,0,0,0',
].join("\r\n");

describe("lists of a site", () => {
  it("are columns of CSV files, row by row, with blanks kept", async () => {
    await writeFile(join(folder, "店舗.csv"), "\ufeffコード,名前\n0001,甲\n0002,\n0003,甲\n");
    const list = await openSiteMasters(folder);
    expect(list("店舗/コード")).toEqual(["0001", "0002", "0003"]);
    expect(list("店舗/名前")).toEqual(["甲", "", "甲"]);
    expect(list("店舗/ない列")).toBeNull();
    expect(list("ない表/コード")).toBeNull();
  });

  it.each(["KEN_ALL.CSV", "utf_ken_all.csv"])("know the postal codes in %s", async (name) => {
    await writeFile(join(folder, name), postal);
    const list = await openSiteMasters(folder);
    expect(list("郵便番号/郵便番号")).toEqual(["1000000", "1000004"]);
    expect(list("郵便番号/住所")).toEqual(["見本県みほん市", "見本県みほん市大手町"]);
  });

  it("are none where there is no folder, and other files are left alone", async () => {
    expect((await openSiteMasters(join(folder, "nowhere")))("a/b")).toBeNull();
    await writeFile(join(folder, "メモ.txt"), "a,b");
    await mkdir(join(folder, "old"));
    expect((await openSiteMasters(folder))("メモ/a")).toBeNull();
  });

  it("that cannot be read are refused by name", async () => {
    await writeFile(join(folder, "壊れ.csv"), 'a,b\n"1,2\n');
    await expect(openSiteMasters(folder)).rejects.toMatchObject({ code: "QUE127" });
    await writeFile(join(folder, "壊れ.csv"), Buffer.from([0x61, 0, 0xff, 0xfe, 0x80]));
    await expect(openSiteMasters(folder)).rejects.toMatchObject({ code: "QUE127" });
  });
});
