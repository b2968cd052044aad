/** Time that has passed on a machine whose clock is set in between: a wait may become longer by that, never shorter. */
import { beforeEach, describe, expect, it } from "vitest";
import { createPassedTime, type PassedTime } from "../../queues/passed-time.ts";

let wall = 0;
let steady = 0;
let passed: PassedTime;
const written = (): string => new Date(wall).toISOString();
const pass = (seconds: number): void => {
  wall += seconds * 1000;
  steady += seconds * 1000;
};
const setClock = (seconds: number): void => {
  wall += seconds * 1000;
};

beforeEach(() => {
  wall = Date.parse("2026-11-22T10:00:00.000Z");
  steady = 5_000;
  passed = createPassedTime({ now: () => new Date(wall) }, () => steady);
});

describe("time passed since something was written", () => {
  it("is what the clock says while nobody sets it, also from before this process", () => {
    const yesterday = new Date(wall - 86_400_000).toISOString();
    const at = written();
    pass(7);
    expect(passed.since(at)).toBeCloseTo(7);
    expect(passed.since(yesterday)).toBeCloseTo(86_407);
  });

  it.each([3600, -3600, 40, -40])("is not changed by setting the clock %i seconds on", (jump) => {
    const at = written();
    pass(3);
    setClock(jump);
    pass(2);
    expect(passed.since(at)).toBeCloseTo(5);
  });

  it.each([3600, -3600])("counts from a time written after a jump of %i seconds", (jump) => {
    setClock(jump);
    const at = written();
    pass(4);
    expect(passed.since(at)).toBeCloseTo(4);
  });

  it("is not known of a time in the future, which an earlier process wrote before the clock was set back", () => {
    expect(passed.since(new Date(wall + 1000).toISOString())).toBeNull();
  });

  it("follows a clock that is slowed down or sped up a little without counting a jump", () => {
    const at = written();
    for (let n = 0; n < 100; n += 1) {
      pass(1);
      setClock(0.01);
      passed.since(at);
    }
    expect(passed.since(at)).toBeCloseTo(101);
  });
});
