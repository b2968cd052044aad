/** The interval of the error rate against known values of Clopper and Pearson. */
import { describe, expect, it } from "vitest";
import { errorRate } from "../../queues/error-rate.ts";

describe("an error rate", () => {
  it.each([
    { wrong: 0, checked: 100, low: 0, high: 0.03622 },
    { wrong: 0, checked: 30_000, low: 0, high: 0.000123 },
    { wrong: 1, checked: 100, low: 0.000253, high: 0.05446 },
    { wrong: 5, checked: 100, low: 0.01643, high: 0.11283 },
    { wrong: 3, checked: 10, low: 0.06674, high: 0.65245 },
    { wrong: 10, checked: 10, low: 0.6915, high: 1 },
    { wrong: 20, checked: 20_000, low: 0.000611, high: 0.001544 },
  ])("of $wrong in $checked", ({ wrong, checked, low, high }) => {
    const found = errorRate(wrong, checked);
    expect(found.rate).toBe(wrong / checked);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it("of nothing says nothing", () => {
    expect(errorRate(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});
