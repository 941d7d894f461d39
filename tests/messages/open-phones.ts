import { afterAll, beforeEach } from "vitest";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase } from "@tests/support/database/create-test-database";
import { codeIn, phoneScene } from "./phone-scene";
import { recordingPorts } from "./recording-ports";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 23, 8);

/** Half hours of a day the test providers are open. */
export const slot = (index: number) => new Date(Date.UTC(2026, 10, 26, 9) + index * 30 * MINUTE).toISOString();

/** A database of this test file's own; before each test a new provider in it, and the clock back at its start. */
export async function openPhones() {
  const database = await createTestDatabase();
  const clock = { now: NOW };
  const clinic = { built: await buildProvider(database.db) };
  let numbers = 0;
  beforeEach(async () => {
    clock.now = NOW;
    clinic.built = await buildProvider(database.db);
  });
  afterAll(() => database.destroy());

  const newPhone = () => `+4915155${String((numbers += 1)).padStart(6, "0")}`;
  const guest = (id: string) => ({ kind: "guest", id: `${id}-${numbers}` }) as const;
  const newEmail = () => `ada-${numbers}@example.test`;

  function scene(options: { smsCountries?: ReadonlySet<string> } = {}) {
    const recording = recordingPorts();
    return { ...recording, ...phoneScene(database, { ports: recording.ports, now: () => clock.now, ...options }) };
  }

  /** A guest who wants to hear by e-mail and SMS, and the code they were sent. */
  async function asked(startsAt = slot(0)) {
    const all = scene();
    const phone = newPhone();
    const booked = await all.book(clinic.built, { startsAt, actor: guest("booker"), phone, email: newEmail() });
    await booked.tell();
    await all.work();
    return { ...all, ...booked, phone, code: codeIn(all.texts[0]?.body) };
  }

  return { database, clock, clinic, newPhone, newEmail, guest, scene, asked };
}
