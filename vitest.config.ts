/** Two projects: unit (everything through the front doors, quick) and e2e (whole programs, as many files at once as there are cores). */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const common = {
  environment: "node" as const,
  pool: "forks" as const,
  // The office clock: dates in texts must not depend on the machine.
  env: { TZ: "Asia/Tokyo" },
};

export default defineConfig({
  test: {
    // The default leaves a core to itself; these tests wait for browsers and servers most of the time.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          ...common,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/bench/**", "test/fixtures/**"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
