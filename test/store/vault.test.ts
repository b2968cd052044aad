/** The vault: nothing readable on disk, nothing in errors, any change noticed, an open key refused. */
import { randomBytes } from "node:crypto";
import { chmod, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { openVault } from "../../store/index.ts";
import { freshFolder, refusal } from "../support/store-world.ts";

const canary = "カナリア-p@ssw0rd-8J2k";
const noEnvironment = { environment: {} };

describe("vault", () => {
  it("keeps secrets under Japanese names, over processes", async () => {
    const folder = await freshFolder();
    const vault = await openVault(folder, noEnvironment);
    expect(await vault.listSecrets()).toEqual([]);
    await vault.setSecret("財務会計/robot01", canary);
    await vault.setSecret("財務会計/robot01", `${canary}2`);
    await vault.setSecret("別の画面", "x");
    const again = await openVault(folder, noEnvironment);
    expect(await again.getSecret("財務会計/robot01")).toBe(`${canary}2`);
    expect(await again.getSecret("ない")).toBeNull();
    expect(await again.listSecrets()).toEqual(["別の画面", "財務会計/robot01"]);
    await again.deleteSecret("別の画面");
    await again.deleteSecret("別の画面");
    expect(await vault.listSecrets()).toEqual(["財務会計/robot01"]);
  });

  it("shows neither names nor values on disk, and is for its owner alone", async () => {
    const folder = await freshFolder();
    const vault = await openVault(folder, noEnvironment);
    await vault.setSecret("財務会計", canary);
    expect((await readdir(folder)).sort()).toEqual(["vault.json", "vault.key"]);
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), "utf8");
      expect(text).not.toContain(canary);
      expect(text).not.toContain("財務会計");
      expect(text).not.toContain(Buffer.from(canary).toString("base64"));
      if (process.platform !== "win32") {
        expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
      }
    }
  });

  it("never seals twice alike", async () => {
    const folder = await freshFolder();
    const vault = await openVault(folder, noEnvironment);
    const boxes = new Set<string>();
    for (let i = 0; i < 5; i += 1) {
      await vault.setSecret("a", canary);
      boxes.add(await readFile(join(folder, "vault.json"), "utf8"));
    }
    expect(boxes.size).toBe(5);
  });

  it("makes no key before the first secret", async () => {
    const folder = await freshFolder();
    const vault = await openVault(folder, noEnvironment);
    expect(await vault.getSecret("a")).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it("takes its key from BUKA_VAULT_KEY and then writes no key file", async () => {
    const folder = await freshFolder();
    const environment = { BUKA_VAULT_KEY: randomBytes(32).toString("base64") };
    await (await openVault(folder, { environment })).setSecret("a", canary);
    expect(await readdir(folder)).toEqual(["vault.json"]);
    expect(await (await openVault(folder, { environment })).getSecret("a")).toBe(canary);
    const other = { BUKA_VAULT_KEY: randomBytes(32).toString("base64") };
    const error = await refusal(() => openVault(folder, { environment: other }));
    expect(error.code).toBe("STO064");
  });

  it.each([
    ["too short", randomBytes(16).toString("base64")],
    ["too long", randomBytes(33).toString("base64")],
    ["no base64", `${"x".repeat(42)}!!`],
    ["hex", randomBytes(32).toString("hex")],
  ])("refuses a key that is %s, without showing it", async (_what, key) => {
    const folder = await freshFolder();
    const error = await refusal(() => openVault(folder, { environment: { BUKA_VAULT_KEY: key } }));
    expect(error.code).toBe("STO063");
    expect(inspect(error)).not.toContain(key);
    await writeFile(join(folder, "vault.key"), key, { mode: 0o600 });
    expect((await refusal(() => openVault(folder, noEnvironment))).code).toBe("STO063");
  });

  it.runIf(process.platform !== "win32").each([0o640, 0o604, 0o620, 0o666])(
    "does not open with a key of mode %o, and says how to mend it",
    async (mode) => {
      const folder = await freshFolder();
      const vault = await openVault(folder, noEnvironment);
      await vault.setSecret("a", canary);
      await chmod(join(folder, "vault.key"), mode);
      const error = await refusal(() => openVault(folder, noEnvironment));
      expect(error).toMatchObject({ code: "STO061", kind: "environment" });
      expect(error.next).toContain("chmod 600");
      expect((await refusal(() => vault.getSecret("a"))).code).toBe("STO061");
    },
  );

  it("does not make a new key when there is a box whose key is gone", async () => {
    const folder = await freshFolder();
    await (await openVault(folder, noEnvironment)).setSecret("a", canary);
    await rm(join(folder, "vault.key"));
    expect((await refusal(() => openVault(folder, noEnvironment))).code).toBe("STO062");
    expect(await readdir(folder)).toEqual(["vault.json"]);
  });

  it("notices every change of the box, and keeps values out of the error", async () => {
    const folder = await freshFolder();
    const vault = await openVault(folder, noEnvironment);
    await vault.setSecret("財務会計", canary);
    const file = join(folder, "vault.json");
    const good = await readFile(file, "utf8");
    const box = JSON.parse(good);
    const flip = (text: string): string => {
      const bytes = Buffer.from(text, "base64");
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return bytes.toString("base64");
    };
    const bad = [
      "",
      "{",
      "[]",
      good.slice(0, -20),
      JSON.stringify({ ...box, format: 2 }),
      JSON.stringify({ ...box, cipher: "none" }),
      JSON.stringify({ ...box, data: flip(box.data) }),
      JSON.stringify({ ...box, data: "" }),
      JSON.stringify({ ...box, iv: flip(box.iv) }),
      JSON.stringify({ ...box, tag: flip(box.tag) }),
      JSON.stringify({ ...box, tag: box.tag.slice(0, 8) }),
      JSON.stringify({ ...box, tag: "" }),
    ];
    for (const text of bad) {
      await writeFile(file, text);
      const error = await refusal(() => vault.getSecret("財務会計"));
      expect(error.code).toBe("STO064");
      expect(inspect(error, { depth: 5 })).not.toContain(canary);
      expect((await refusal(() => vault.setSecret("b", "x"))).code).toBe("STO064");
    }
    await writeFile(file, good);
    expect(await vault.getSecret("財務会計")).toBe(canary);
  });

  it.each(["", " ", "a ", "a\nb", "a\0", "\u202ea", "a\u200b", "x".repeat(101)])(
    "refuses the name %j",
    async (name) => {
      const vault = await openVault(await freshFolder(), noEnvironment);
      const error = await refusal(() => vault.setSecret(name, canary));
      expect(error.code).toBe("STO065");
      expect(inspect(error)).not.toContain(canary);
      expect((await refusal(() => vault.getSecret(name))).code).toBe("STO065");
    },
  );

  it.each(["", "x".repeat(4001)])("refuses an empty or endless value", async (value) => {
    const vault = await openVault(await freshFolder(), noEnvironment);
    expect((await refusal(() => vault.setSecret("a", value))).code).toBe("STO066");
  });

  it("keeps all of many written at once", async () => {
    const folder = await freshFolder();
    const vault = await openVault(folder, noEnvironment);
    const names = Array.from({ length: 20 }, (_, i) => `画面${i}`);
    await Promise.all(names.map((name) => vault.setSecret(name, name)));
    expect((await vault.listSecrets()).length).toBe(20);
  });

  it("waits for nobody who holds the lock, but forgets a lock of a dead writer", async () => {
    const folder = await freshFolder();
    const vault = await openVault(folder, noEnvironment);
    const lock = join(folder, "vault.lock");
    await writeFile(lock, "1");
    const error = await refusal(() => vault.setSecret("a", canary));
    expect(error).toMatchObject({ code: "STO067", retryable: true });
    const long = new Date(Date.now() - 60_000);
    await utimes(lock, long, long);
    await vault.setSecret("a", canary);
    expect(await vault.getSecret("a")).toBe(canary);
  });

  it("says that the place is a file", async () => {
    const folder = join(await freshFolder(), "x");
    await writeFile(folder, "");
    const error = await refusal(() => openVault(folder, noEnvironment));
    expect(error).toMatchObject({ code: "STO001", kind: "environment" });
  });
});
