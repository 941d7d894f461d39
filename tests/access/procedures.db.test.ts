import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";
import { getContainer } from "@/server/container";
import { describeError } from "@/server/describe-error";
import type { Audience } from "@/server/trpc/init";
import { createCaller } from "@/server/trpc/root";
import { GUEST } from "@tests/support/booking-requests";
import { buildAccessWorld, type AccessWorld, type ActorKind } from "./access-world";
import { declaredProcedures } from "./declared-procedures";
import { PROCEDURE_CASES } from "./procedure-cases";

let database: TestDatabase;
let world: AccessWorld;
beforeAll(async () => {
  database = await openContainerDatabase();
  world = await buildAccessWorld();
});
afterAll(() => database.destroy());

/** Calls a procedure as somebody; "OK" or the code of the refusal. */
async function call(path: string, actor: Actor, input: unknown): Promise<string> {
  const caller: unknown = createCaller({ app: getContainer().contextFor(actor, "access") });
  const procedure = path.split(".").reduce<unknown>((at, key) => Reflect.get(Object(at), key), caller);
  if (typeof procedure !== "function") throw new Error(`${path} is no procedure`);
  try {
    await procedure(input);
    return "OK";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return describeError(error.cause ?? error, "access").code;
  }
}

/** Changes with any row of any table but the rate limiter's. */
async function fingerprint(): Promise<unknown> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND (table_schema = 'public' AND table_name <> 'rate_limit' OR table_name = '_private_jobs')",
  );
  const { rows } = await database.pool.query(tables.map(({ name }) => `SELECT '${name}' AS name, count(*), sum(hashtextextended(t::text, 0))::text AS content FROM ${name} t`).join(" UNION ALL "));
  return rows;
}

const STAFF: readonly ActorKind[] = ["other provider", "front desk elsewhere"];
const NOT_SIGNED_IN: readonly ActorKind[] = ["guest", "link of another series"];

/** How a stranger must be refused, by whom the procedure is for; null when it is for them too and about themselves. */
function refusalOf(audience: Audience | null, kind: ActorKind, isAboutSelf: boolean): readonly string[] | null {
  const foreign = isAboutSelf ? null : ["NOT_ALLOWED", "NOT_FOUND"];
  if (audience === "public") return isAboutSelf ? null : ["HOLD_INVALID"];
  if (audience === "link") return ["LINK_INVALID", "NOT_ALLOWED"];
  if (NOT_SIGNED_IN.includes(kind)) return ["NOT_AUTHENTICATED"];
  if (audience === "signed-in") return foreign;
  if (audience === "provider") return kind === "other provider" ? foreign : ["NOT_ALLOWED"];
  if (audience === "staff") return STAFF.includes(kind) ? foreign : ["NOT_ALLOWED"];
  return kind === "administrator" ? null : ["NOT_ALLOWED"];
}

test("every procedure has its case, and every case its procedure", () => {
  expect(Object.keys(PROCEDURE_CASES).sort()).toEqual(declaredProcedures.map(({ path }) => path).sort());
});

describe.each(declaredProcedures)("$path ($audience)", ({ path, audience }) => {
  const { inputs, isAboutSelf = false } = PROCEDURE_CASES[path] ?? {};
  const inputsOf = (of: AccessWorld) => inputs?.(of.victim, of) ?? [undefined];

  test("strangers are refused before anything is written", async () => {
    const before = await fingerprint();
    // The first input of a link procedure carries the right token, which makes its bearer no stranger.
    const tried = audience === "link" ? inputsOf(world).slice(1) : inputsOf(world);
    for (const [kind, actor] of Object.entries(world.strangers) as [ActorKind, Actor][]) {
      const allowed = refusalOf(audience, kind, isAboutSelf);
      if (allowed === null) continue;
      for (const input of tried) expect(allowed, `${kind} with ${JSON.stringify(input)}`).toContain(await call(path, actor, input));
    }
    expect(await fingerprint()).toEqual(before);
  });

  test("whose it is gets past the door with the same input", async () => {
    const own = await buildAccessWorld();
    const actor = audience === "public" || audience === "link" ? GUEST : audience === "administrator" ? own.administrator : own.owner;
    const refusals = ["NOT_AUTHENTICATED", "NOT_ALLOWED", "LINK_INVALID", "NOT_FOUND", "INTERNAL"];
    const code = await call(path, actor, inputsOf(own)[0]);
    expect(refusals).not.toContain(code);
    if (inputs) expect(code).not.toBe("VALIDATION_FAILED");
  });
});

test("a link opens its own booking and shows no other", async () => {
  const view = await createCaller({ app: getContainer().contextFor(GUEST, "access") }).bookings.byLink({ manageToken: world.otherToken });
  expect(view.reference).not.toBe(world.victim.reference);
});

test("lists show strangers nothing of the victim's", async () => {
  for (const kind of STAFF) {
    const caller = createCaller({ app: getContainer().contextFor(world.strangers[kind], "access") });
    const seen = JSON.stringify([await caller.bookings.list({}), await caller.schedule.owners(), await caller.services.list({}), await caller.schedule.get({})]);
    expect(seen).not.toContain(world.victim.reference);
    expect(seen).not.toContain(world.victim.providerId);
    expect(seen).not.toContain(world.victim.serviceId);
  }
});
