/** A clerk drops a folder of scans at 17:00: nothing half-copied is received, nothing is lost, no original is touched. */
import { createHash } from "node:crypto";
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clock } from "../../core/index.ts";
import { createTrayWatch, receiveTray, type TrayLook, type TrayRules } from "../../queues/index.ts";
import { openIntakeWorld } from "../support/intake-world.ts";

const start = Date.parse("2026-11-20T17:00:00+09:00");
const rules: TrayRules = { prefix: "", settleSeconds: 3, patienceSeconds: 30 };
const pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

let folder = "";
let now = start;
const clock: Clock = { now: () => new Date(now) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-tray-"));
  now = start;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes a file that was changed so many seconds before now by the test's clock. */
async function drop(name: string, content: string | Uint8Array, secondsAgo = 60): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  await age(path, secondsAgo);
  return path;
}

const age = (path: string, secondsAgo: number): Promise<void> =>
  utimes(path, now / 1000 - secondsAgo, now / 1000 - secondsAgo);

const tray = () => ({ folder, receivedOn: "2026-11-20" });
const names = (look: TrayLook): string[] => look.ready.map((f) => f.name);

describe("a tray", () => {
  it("offers what lies still, with the day of its folder", async () => {
    await drop("a.pdf", pdf);
    await drop("2026-11-18/b.pdf", pdf);
    await drop("スキャン 11月20日/山/c.pdf", pdf);
    const { ready } = await createTrayWatch(rules, clock).look(tray());
    expect(Object.fromEntries(ready.map((f) => [f.name, f.receivedOn]))).toEqual({
      "a.pdf": "2026-11-20",
      "b.pdf": "2026-11-18",
      "c.pdf": "2026-11-20",
    });
  });

  it("names what is no page, overlooks litter, follows no links", async () => {
    for (const name of [
      "letter.docx",
      "Thumbs.db",
      ".hidden.pdf",
      "~lock.pdf",
      "truth.json",
      "x.pdf.part",
    ]) {
      await drop(name, "x");
    }
    await symlink("/etc/passwd", join(folder, "link.pdf"));
    expect(await createTrayWatch(rules, clock).look(tray())).toEqual({
      ready: [],
      waiting: [],
      skipped: ["letter.docx"],
    });
  });

  it("of several sites gives each its own", async () => {
    await drop("北支所_1.pdf", pdf);
    await drop("南支所_1.pdf", pdf);
    await drop("2026-11-18/北支所_2.pdf", pdf);
    const look = await createTrayWatch({ ...rules, prefix: "北支所_" }, clock).look(tray());
    expect(names(look)).toEqual(["北支所_2.pdf", "北支所_1.pdf"]);
    expect(look.waiting).toEqual([]);
  });

  it("that is not there is an error with a next step", async () => {
    const look = createTrayWatch(rules, clock).look({ ...tray(), folder: join(folder, "no") });
    await expect(look).rejects.toMatchObject({ code: "QUE103" });
  });
});

describe("a file that is being copied", () => {
  it("waits until it lies still", async () => {
    const path = await drop("a.pdf", pdf, 0);
    const watch = createTrayWatch(rules, clock);
    expect(await watch.look(tray())).toMatchObject({ ready: [], waiting: ["a.pdf"] });
    now += 2000;
    await appendFile(path, `more${pdf}`);
    await age(path, 0);
    expect((await watch.look(tray())).waiting).toEqual(["a.pdf"]);
    now += 2000;
    expect((await watch.look(tray())).waiting).toEqual(["a.pdf"]);
    now += 2000;
    expect(names(await watch.look(tray()))).toEqual(["a.pdf"]);
  });

  it.each([
    { name: "cut.pdf", bytes: Buffer.from(pdf.slice(0, 20)) },
    { name: "cut.png", bytes: Buffer.from("\x89PNG\r\n\x1a\n0000IHDR", "latin1") },
    { name: "cut.jpg", bytes: Buffer.from("\xff\xd8\xff\xe0 half a picture", "latin1") },
    { name: "room-taken.tif", bytes: Buffer.concat([Buffer.from("II*\0"), Buffer.alloc(9000)]) },
  ])(
    "$name without its end is waited for, whatever its age, and taken in the end",
    async ({ name, bytes }) => {
      await drop(name, bytes, 7200);
      const watch = createTrayWatch(rules, clock);
      expect((await watch.look(tray())).waiting).toEqual([name]);
      now += 29_000;
      expect((await watch.look(tray())).waiting).toEqual([name]);
      now += 1000;
      expect(names(await watch.look(tray()))).toEqual([name]);
    },
  );

  it("is offered once, and again when it has changed", async () => {
    const path = await drop("a.pdf", pdf);
    const watch = createTrayWatch(rules, clock);
    expect(names(await watch.look(tray()))).toEqual(["a.pdf"]);
    watch.taken(path);
    expect(await watch.look(tray())).toMatchObject({ ready: [], waiting: [] });
    await drop("a.pdf", `${pdf}\n%new\n%%EOF`, 10);
    expect(names(await watch.look(tray()))).toEqual(["a.pdf"]);
  });
});

describe("receiving", () => {
  it("touches no original, loses no file, and tells what is left", async () => {
    const world = await openIntakeWorld();
    const paths = [await drop("a.pdf", pdf), await drop("b.png", "no picture at all")];
    await drop("growing.pdf", "%PDF-1.7 and so on", 0);
    await drop("list.xlsx", "PK");
    const facts = async (): Promise<unknown[]> =>
      Promise.all(
        paths.map(async (path) => {
          const { size, mtimeMs, mode, ino } = await stat(path);
          const hash = createHash("sha256")
            .update(await readFile(path))
            .digest("hex");
          return { size, mtimeMs, mode, ino, hash };
        }),
      );
    const before = await facts();
    const watch = createTrayWatch(rules, clock);
    const first = await receiveTray(world.doors, world.bot, { ...tray(), watch });
    expect(first).toMatchObject({
      newCases: 2,
      unopened: 2,
      waiting: ["growing.pdf"],
      skipped: ["list.xlsx"],
    });
    const again = await receiveTray(world.doors, world.bot, { ...tray(), watch });
    expect(again).toMatchObject({ newCases: 0, known: 0 });
    expect(await facts()).toEqual(before);
    expect(first.cases.map((c) => c.state)).toEqual(["returned", "returned"]);
    await world.close();
  });
});
