import { createContainer } from "@/server/container";
import { seedWorld } from "./seed/seed-world";

const container = createContainer("seed");
const isFresh = await seedWorld(container.contextFor({ kind: "system", job: "seed" }, "seed"));
await container.close();
console.log(isFresh ? "Seeded the demonstration world." : "The database already has data; nothing was seeded.");
