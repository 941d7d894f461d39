import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultOptions } from "@sandbox/sandbox-options";
import { amara, startTestSandbox, type TestSandbox } from "@sandbox/testing/sandbox-clients";

describe("the sandbox's pages", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  const post = (path: string, fields: Record<string, string>) => fetch(sandbox.origin + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const get = async (path: string) => (await fetch(sandbox.origin + path)).text();
  const events = async () => (await sandbox.call("GET", `/_sandbox/calendar/events?account=${amara}`)).body.events;

  it("adds, moves and deletes an event in the calendar's zone, and shows it in month and list", async () => {
    const added = await post("/calendar/events", { account: amara, summary: "Lunch <b>", start: "2026-11-24T12:00", end: "2026-11-24T13:00" });
    expect(added.status).toBe(303);
    const [event] = await events();
    expect(event).toMatchObject({ summary: "Lunch <b>", start: { dateTime: "2026-11-24T12:00:00+01:00" } });
    const page = await get(`/calendar?account=${amara}&month=2026-11`);
    expect(page).toContain("Lunch &lt;b&gt;");
    expect(page).not.toContain("Lunch <b>");
    await post(`/calendar/events/${event.id}/move`, { account: amara, summary: "Lunch", start: "2026-11-25T12:30", end: "2026-11-25T13:00" });
    expect((await events())[0]).toMatchObject({ sequence: 1, start: { dateTime: "2026-11-25T12:30:00+01:00" } });
    expect(await get(`/calendar?account=${amara}&event=${event.id}`)).toContain("2026-11-25, 12:30–13:00");
    await post(`/calendar/events/${event.id}/move`, { account: amara, summary: "Leave", start: "2026-11-25T12:30", end: "2026-11-26T13:00", allDay: "on" });
    expect((await events())[0]).toMatchObject({ start: { date: "2026-11-25" }, end: { date: "2026-11-27" } });
    await post(`/calendar/events/${event.id}/delete`, { account: amara });
    expect((await events())[0]).toMatchObject({ status: "cancelled" });
  });

  it("says what is wrong with a form and saves nothing", async () => {
    const before = (await events()).length;
    const answer = await post("/calendar/events", { account: amara, start: "2026-11-24T12:00", end: "2026-11-24T11:00" });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("The specified time range is empty.");
    expect((await post("/calendar/events", { account: amara, start: "soon", end: "2026-11-24T11:00" })).status).toBe(400);
    expect(await events()).toHaveLength(before);
  });

  it("shows a mail in a sandboxed frame with its text and .ics, an SMS with a reply form, and takes the reply", async () => {
    await fetch(`${sandbox.origin}/sendgrid/v3/mail/send`, {
      method: "POST", headers: { authorization: `Bearer ${defaultOptions.sendgridApiKey}`, "content-type": "application/json" },
      body: JSON.stringify({
        personalizations: [{ to: [{ email: "sam@example.com" }] }], from: { email: "c@example.com" }, subject: "Your visit",
        content: [{ type: "text/plain", value: "plain words" }, { type: "text/html", value: "<p>rich words</p>" }],
        attachments: [{ filename: "invite.ics", type: "text/calendar", content: Buffer.from("BEGIN:VCALENDAR").toString("base64") }],
      }),
    });
    await sandbox.twilioClient().messages.create({ from: "+15005550006", to: "+15558675310", body: "short words" });
    const page = await get("/inbox");
    for (const part of ["Your visit", "sandbox=\"allow-popups", "&lt;p&gt;rich words&lt;/p&gt;", "plain words", "BEGIN:VCALENDAR", "short words", "Send reply"]) expect(page).toContain(part);
    const filtered = await get("/inbox?to=%2B15558675310");
    expect(filtered).toContain("short words");
    expect(filtered).not.toContain("plain words");
    expect((await post("/inbox/reply", { channel: "sms", from: "+15558675310", to: "+15005550006", body: "YES" })).status).toBe(303);
    expect(await get("/inbox")).toContain("From +15558675310");
  });
});
