/** A case is found by the number that a person reads off a list or a fax, with or without the ledger's mark. */
import { expect, it, onTestFinished } from "vitest";
import { randomIds } from "../../core/index.ts";
import { caseLife } from "../../queues/index.ts";
import { openStore } from "../../store/index.ts";
import { clockAt, freshFolder, refusal, robot, sheet } from "../support/store-world.ts";

it("finds a case by its number, its short number and its id, in the letters of a clerk", async () => {
  const folder = await freshFolder();
  const doors = { clock: clockAt("2026-11-20T01:00:00Z"), ids: randomIds };
  const { store, evidence } = await openStore(folder, doors);
  onTestFinished(() => store.close());
  const place = { store, evidence };
  const { case: first } = await store.receive(sheet("a"), robot);
  await store.receive(sheet("b"), robot);
  const number = first.receiptNumber;
  const short = number.replace(/-[A-Z]+$/u, "");
  expect(short).toBe("B20261120-00001");
  for (const name of [
    number,
    number.toLowerCase(),
    ` ${short} `,
    "ｂ２０２６１１２０ー００００１",
    first.id,
  ])
    expect((await caseLife(place, name)).case.id).toBe(first.id);
  for (const name of ["B20261120-0000", "B20261120-00001-QQQQ", "B20261120-00009", "1", ""])
    expect(await refusal(() => caseLife(place, name))).toMatchObject({ code: "QUE170" });
});
