import { expect, test } from "vitest";
import { noteProviderNotices } from "@/application/messages/note-provider-notices";
import { JOBS } from "@/jobs/registry";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider } from "@tests/support/builders/build-provider";
import { openVendors, sandboxEmail } from "@tests/support/open-vendors";
import { testContext } from "@tests/support/test-context";

const { database, sandbox } = await openVendors();

/** 07:00 UTC two days ahead. */
const dateAhead = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

test("the day's visits arrive in the provider's inbox once, though the vendor's answer is lost after it took the mail", async () => {
  const built = await buildProvider(database.db, { provider: { timeZone: "UTC", createdAt: new Date("2026-01-01") } });
  const provider = await database.db.provider.findUniqueOrThrow({ where: { id: built.providerId } });
  await buildBooking(database.db, built, { startsAt: `${dateAhead}T09:00:00Z` });
  let now = Date.parse(`${dateAhead}T07:00:00Z`);
  const email = sandboxEmail(sandbox.origin, 400);
  const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => now, ports: { email } });
  const run = (name: string, payload: object) => JOBS.find((job) => job.name === name)?.run(app, payload);

  expect(await noteProviderNotices(app)).toEqual({ noted: 1 });
  // The job of a worker that died is done again by another.
  for (let time = 0; time < 2; time += 1) await run("messages.notify-provider", { kind: "provider-agenda", providerId: built.providerId, onDate: dateAhead });
  const [message, ...others] = await database.db.message.findMany({ where: { providerId: built.providerId } });
  expect(others).toEqual([]);
  await sandbox.call("POST", "/_sandbox/faults", { vendor: "sendgrid", drop: true, after: true, method: "POST", times: 1 });
  await expect(run("messages.send", { messageId: message?.id })).rejects.toMatchObject({ kind: "transient" });
  await sandbox.call("DELETE", "/_sandbox/faults");
  const inbox = async () => (await sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(provider.email)}`)).body.messages;
  await expect.poll(async () => {
    now += 60_000;
    await run("messages.send", { messageId: message?.id });
    return (await database.db.message.findUniqueOrThrow({ where: { id: message?.id ?? "" } })).state;
  }).toMatch(/SENT|DELIVERED/);
  const received = await inbox();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ subject: expect.stringMatching(/: 1 visit$/), text: expect.stringContaining("09:00–09:30  Grace E., in person") });
  expect(received[0].html).toContain("Open the schedule");
});
