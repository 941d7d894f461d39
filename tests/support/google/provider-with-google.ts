import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { providerActor, SYSTEM } from "@tests/support/booking-requests";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { startGoogle, type GoogleSandbox } from "./google-sandbox";

/** For a test file in which each test has a stand-in Google and a provider of its own, over one database. */
export function providerWithGoogle() {
  let database: TestDatabase | undefined;
  let google: GoogleSandbox | undefined;
  let built: BuiltProvider | undefined;
  const scene = {
    get database() {
      return present(database);
    },
    get google() {
      return present(google);
    },
    get built() {
      return present(built);
    },
    as: (actor: Actor, now: () => number = () => Date.now()) => testContext(scene.database, { actor, now, ports: scene.google.ports }),
    system: () => scene.as(SYSTEM),
    owner: () => scene.as(providerActor(scene.built)),
  };
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => scene.database.destroy());
  beforeEach(async () => {
    google = await startGoogle();
    built = await buildProvider(scene.database.db);
    return () => scene.google.close();
  });
  return scene;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("there is a database, a Google and a provider during tests only");
  return value;
}
