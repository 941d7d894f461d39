import { assumeLocalEnv } from "./lib/local-env";

await assumeLocalEnv();
await import("../prisma/seed");
