import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProvider } from "@tests/support/builders/build-provider";
import { eventually } from "@tests/support/eventually";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { bookMany } from "./book-many";
import { expectExactlyOnce, untilQuiet } from "./expect-exactly-once";

const ACCOUNT = { email: "outage@clinic.example", name: "Outage", timeZone: "Europe/Berlin" };

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ accounts: [ACCOUNT] });
});
afterAll(() => stack.destroy());

test("with Google, Twilio and SendGrid all failing, booking goes on; after recovery everything is delivered once", { timeout: 240_000 }, async () => {
  const provider = await buildProvider(stack.database.db);
  await stack.connectCalendar(provider.providerId, ACCOUNT.email);
  stack.startWorker();
  await eventually("the calendar to be read", async () => (await stack.database.db.calendar.count({ where: { lastReadAt: { not: null } } })) === 1, 30);

  // Google answers errors; Twilio takes the message and loses the reply; SendGrid hangs up.
  await stack.inspect("POST", "/_sandbox/faults", { vendor: "google", match: "/calendar/", status: 503 });
  await stack.inspect("POST", "/_sandbox/faults", { vendor: "twilio", match: "Messages.json", method: "POST", drop: true, after: true });
  await stack.inspect("POST", "/_sandbox/faults", { vendor: "sendgrid", match: "/mail/send", drop: true });

  const bookings = await bookMany(stack.container, provider, 12, 0);
  await eventually(
    "each kind of work to have failed",
    async () => {
      const { rows } = await stack.database.pool.query<{ task: string }>("SELECT DISTINCT task FROM reporting.jobs WHERE attempts > 0 AND last_error IS NOT NULL");
      return rows.some(({ task }) => task === "calendar.push-event") && rows.some(({ task }) => task === "messages.send");
    },
    60,
  );
  expect(await stack.database.db.booking.count({ where: { status: "CONFIRMED" } })).toBe(12);

  await stack.inspect("DELETE", "/_sandbox/faults");
  // What waits for its next try is brought forward, as the passing of time would.
  await eventually("everything to be delivered", async () => {
    await stack.database.pool.query("SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at => now()) FROM graphile_worker.jobs WHERE attempts > 0 AND locked_at IS NULL");
    const { rows } = await stack.database.pool.query<{ open: number }>("SELECT (SELECT count(*)::int FROM message WHERE state IN ('QUEUED', 'SENDING')) + (SELECT count(*)::int FROM calendar_event_link WHERE state <> 'SYNCED') AS open");
    return rows[0]?.open === 0;
  }, 120);
  await untilQuiet(stack, 60);
  await expectExactlyOnce(stack, [ACCOUNT.email], bookings);
});
