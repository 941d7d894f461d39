import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { announceReconnect } from "@/application/messages/announce-reconnect";
import type { MembershipRole } from "@/generated/prisma/enums";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const NOW = Date.parse("2030-01-04T09:00:00Z");

/** A clinic whose own Google account has to be connected again. */
async function clinicScene() {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: NOW, ports, provider: { language: "fr" } });
  const { organizationId } = scene.built;
  const id = uuidv7();
  await database.db.calendarConnection.create({ data: { id, organizationId, status: "RECONNECT_NEEDED", accountEmail: "rooms@gmail.example", accountSubject: id, scopes: [], lastErrorAt: new Date(NOW), connectedAt: new Date(NOW) } });
  const join = (role: MembershipRole, user: { userId?: string; name?: string } = {}) =>
    user.userId === undefined
      ? database.db.user.create({ data: { id: uuidv7(), email: `${uuidv7()}@example.test`, name: user.name ?? null, memberships: { create: { id: uuidv7(), organizationId, role } } } })
      : database.db.user.update({ where: { id: user.userId }, data: { memberships: { create: { id: uuidv7(), organizationId, role } } } });
  return { ...scene, emails, organizationId, connectionId: id, join };
}

test("everybody who manages a clinic is told once that its calendar has to be connected again, each in their language", async () => {
  const { app, emails, connectionId, join, sendAll, organizationId } = await clinicScene();
  const german = await buildProvider(database.db, { provider: { organizationId, name: "Dr Jonas Weber", language: "de" } });
  const managers = [await join("MANAGER", { userId: german.userId }), await join("OWNER", { name: "Claire Petit" })];
  await join("FRONT_DESK");
  await announceReconnect(app, connectionId);
  await announceReconnect(app, connectionId);
  await sendAll();
  await announceReconnect(app, connectionId);
  await sendAll();
  expect(emails.map(({ to }) => to).toSorted()).toEqual(managers.map(({ email }) => email).toSorted());
  const to = (email: string) => emails.find((mail) => mail.to === email);
  expect(to(managers[0]?.email ?? "")).toMatchObject({ subject: expect.stringContaining("Google Kalender"), text: expect.stringContaining("Dr Jonas Weber") });
  expect(to(managers[1]?.email ?? "")).toMatchObject({ subject: expect.stringContaining("Google Agenda"), text: expect.stringContaining("Claire Petit") });
  for (const { text } of emails) expect(text).toContain("https://clinic.example/provider/clinic/calendars");
});

test("a manager who has left by then is not written to, and a clinic nobody manages is told at its own address", async () => {
  const { app, emails, connectionId, join, sendAll, messages, organizationId } = await clinicScene();
  const { id } = await join("MANAGER");
  await announceReconnect(app, connectionId);
  await database.db.membership.deleteMany({ where: { userId: id } });
  await sendAll();
  expect(await messages()).toMatchObject([{ state: "SKIPPED", failure: "They do not manage the clinic any more." }]);
  await announceReconnect(app, connectionId);
  await sendAll();
  const { email } = await database.db.organization.findUniqueOrThrow({ where: { id: organizationId } });
  expect(emails.map(({ to }) => to)).toEqual([email]);
});
