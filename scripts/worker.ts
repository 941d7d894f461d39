import { assumeLocalEnv } from "./lib/local-env";

await assumeLocalEnv();
await import("@/server/worker/main");
