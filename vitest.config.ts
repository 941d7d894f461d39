import { defineConfig } from "vitest/config";

const alias = { "server-only": new URL("./tests/support/empty-module.ts", import.meta.url).pathname };

/** Fast tests first: pure units, then real PostgreSQL, then the real SDKs against the sandbox. */
export default defineConfig({
  resolve: { alias, tsconfigPaths: true },
  test: {
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
          globalSetup: ["tests/support/database/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
