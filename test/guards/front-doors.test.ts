/** Every room is entered through index.ts: named exports, few, each with a doc comment at its declaration. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFrontDoors } from "./support/front-doors.ts";
import { root } from "./support/product-files.ts";

describe("the reader of front doors", () => {
  it("tells documented exports from bare ones", () => {
    const folder = mkdtempSync(join(tmpdir(), "buka-doors-"));
    mkdirSync(join(folder, "core"));
    writeFileSync(
      join(folder, "core/a.ts"),
      "/** Said. */\nexport const a = 1;\nexport type B = 1;\n",
    );
    writeFileSync(join(folder, "core/index.ts"), 'export { a, type B } from "./a.ts";\n');
    const [door] = openFrontDoors(folder, ["core"]);
    rmSync(folder, { recursive: true });
    expect(door).toEqual({ room: "core", names: ["a", "B"], undocumented: ["B (core/a.ts:3)"] });
  });
});

const roomsWithDoor = ["core", "scenarios", "ocr", "rules", "store", "runner", "queues"];

describe.each(openFrontDoors(root, roomsWithDoor))("$room/index.ts", (door) => {
  it("exports something", () => {
    expect(door.names).not.toEqual([]);
  });

  it("documents every exported name where it is declared", () => {
    expect(door.undocumented).toEqual([]);
  });
});
