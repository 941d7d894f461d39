import { createServer } from "node:http";
import { afterAll, expect, test } from "vitest";
import { createCalendarLink } from "./create-calendar-link";

const ZONE = ["BEGIN:VTIMEZONE", "TZID:Own", ...Array.from({ length: 150 }, () => ["BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD"]).flat(), "END:VTIMEZONE"];
const INTRICATE = ["BEGIN:VCALENDAR", ...ZONE, "BEGIN:VEVENT", "UID:one", "DTSTART;TZID=Own:20261124T090000", "DURATION:PT1H", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
const server = createServer((_request, response) => response.writeHead(200, { "content-type": "text/calendar" }).end(INTRICATE));
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
afterAll(() => new Promise((done) => server.close(done)));

test("a file that takes too long to understand is given up, so that none holds up the worker", async () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  const reading = { window: { timeMin: Date.parse("2026-11-20T00:00:00Z"), timeMax: Date.parse("2027-12-26T00:00:00Z") }, fallbackTimeZone: "Europe/Berlin" };
  const link = createCalendarLink({ trustedOrigins: [origin], userAgent: "test", parseMs: 30 });
  const began = performance.now();
  await expect(link.read(`${origin}/a.ics`, null, reading)).rejects.toMatchObject({ kind: "permanent", failure: { code: "too-intricate" } });
  expect(performance.now() - began).toBeLessThan(5_000);
});
