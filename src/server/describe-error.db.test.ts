import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { PrismaClient } from "@/generated/prisma/client";
import { describeError } from "./describe-error";

let pool: Pool;
let db: PrismaClient;
beforeAll(() => {
  pool = new Pool({ connectionString: inject("postgresUrl"), max: 1 });
  db = new PrismaClient({ adapter: new PrismaPg(pool) });
});
afterAll(async () => {
  await db.$disconnect();
  await pool.end();
});

test("when all connections are taken, whoever asks is told to come back, by any way", async () => {
  const client = await pool.connect();
  // Only waiting for it is short: opening it takes as long as the machine needs.
  pool.options.connectionTimeoutMillis = 50;
  const failures = await Promise.allSettled([pool.query("SELECT 1"), db.user.count(), db.$queryRaw`SELECT 1`, db.$transaction((tx) => tx.user.count())]);
  client.release();
  expect(failures.map((failure) => failure.status)).toEqual(Array(4).fill("rejected"));
  for (const failure of failures) {
    const reason: unknown = failure.status === "rejected" ? failure.reason : undefined;
    expect(describeError(reason, "r"), String(reason)).toMatchObject({ code: "OVERLOADED", details: { retryAfterSeconds: 2 } });
  }
});
