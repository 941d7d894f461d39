import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `generate` needs no database; only commands that connect do.
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
