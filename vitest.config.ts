import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const alias = { "server-only": new URL("./tests/support/empty-module.ts", import.meta.url).pathname };

/** Long tests of what goes wrong: workers killed, vendors away, both sides changed at once. */
const FAULTS = ["tests/faults/*.sandbox.test.ts", "tests/google/{convergence,first-read}.sandbox.test.ts"];

/** Fast tests first: pure units, then real PostgreSQL, then the real SDKs against the sandbox, then faults. */
export default defineConfig({
  resolve: { alias, tsconfigPaths: true },
  test: {
    // Much of a test against a server is waiting for it: on two cores one file at a time leaves half of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "sandbox/**/*.test.ts", "scripts/**/*.test.ts", "tests/access/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/*.sandbox.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["src/**/*.db.test.ts", "tests/**/*.db.test.ts"],
          globalSetup: ["tests/support/database/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "sandbox",
          include: ["src/**/*.sandbox.test.ts", "sandbox/**/*.sandbox.test.ts", "tests/**/*.sandbox.test.ts"],
          exclude: FAULTS,
          globalSetup: ["tests/support/database/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          // One at a time: a worker that is killed, stalled or cut off is judged by how long it takes.
          fileParallelism: false,
          include: FAULTS,
          globalSetup: ["tests/support/database/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
