import fc from "fast-check";
import { expect, test } from "vitest";
import { appointmentFacts, LINKS, START } from "@tests/messages/appointment-facts";
import { toLocal } from "@/domain/time/local-time";
import { afterVisitWindow, byDay } from "./after-visit";
import { emailContent } from "./email-content";
import { planAfterVisit } from "./plan-messages";
import { shouldStillSend } from "./should-still-send";

const HOUR = 3_600_000;
const END = START + HOUR / 2;
const PATIENT = { channels: ["SMS", "EMAIL"], email: "sam@example.test", phone: "+442079460123", reminderChoice: null } as const;

test("each opens its own time after the end, and a service without it has none", () => {
  expect(afterVisitWindow("follow-up", END, { followUpAfterHours: 4, comeBackAfterWeeks: null })).toEqual({ opensAt: END + 4 * HOUR, closesAt: END + 52 * HOUR });
  expect(afterVisitWindow("come-back", END, { followUpAfterHours: 4, comeBackAfterWeeks: null })).toBeNull();
  expect(afterVisitWindow("come-back", END, { followUpAfterHours: null, comeBackAfterWeeks: 6 })?.opensAt).toBe(END + 42 * 24 * HOUR);
});

test("nothing leaves in the reader's night, whatever the clocks do, and nothing waits longer than a night", () => {
  const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago", "Pacific/Apia");
  fc.assert(
    fc.property(zones, fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 0, 1) }), (timeZone, now) => {
      const at = byDay(now, timeZone);
      const time = toLocal(at, timeZone).slice(11);
      expect(time >= "08:00" && time < "21:00").toBe(true);
      expect(at - now).toBeGreaterThanOrEqual(0);
      expect(at - now).toBeLessThanOrEqual(12 * HOUR);
    }),
  );
});

test.each(["follow-up", "come-back"] as const)("%s is true of a visit that stood and is over, and of no other", (template) => {
  for (const status of ["CONFIRMED", "CHECKED_IN", "COMPLETED"] as const) expect(shouldStillSend(template, appointmentFacts({ status }), END).ok).toBe(true);
  for (const status of ["CANCELLED", "NO_SHOW", "RESCHEDULED", "DECLINED", "EXPIRED", "PENDING"] as const) expect(shouldStillSend(template, appointmentFacts({ status }), END).ok).toBe(false);
  expect(shouldStillSend(template, appointmentFacts(), END - 1)).toMatchObject({ ok: false, reason: "The appointment is still to come." });
});

test("it goes once, by e-mail where that was chosen, where reminders are wanted, or nowhere", () => {
  const channels = (patient: Parameters<typeof planAfterVisit>[2]) => planAfterVisit({ id: "b" }, "follow-up", patient).map(({ channel }) => channel);
  expect(channels(PATIENT)).toEqual(["EMAIL"]);
  expect(channels({ ...PATIENT, channels: ["SMS"] })).toEqual(["SMS"]);
  expect(channels({ ...PATIENT, reminderChoice: "WHATSAPP" })).toEqual(["WHATSAPP"]);
  expect(channels({ ...PATIENT, reminderChoice: "NONE" })).toEqual([]);
  expect(channels({ ...PATIENT, channels: [] })).toEqual([]);
});

test("the e-mail thanks, leads to booking again without naming the kind of visit, and can be ended", () => {
  const content = emailContent("follow-up", appointmentFacts({ status: "COMPLETED" }), LINKS, END);
  expect(content).toMatchObject({ when: null, where: null, how: [], button: { label: "Book again", url: `${LINKS.manageUrl}/again` }, wishes: { url: `${LINKS.manageUrl}#messages` } });
});

test("a reminder asks whether they will come until they have said so, and close to a video visit its link goes first", () => {
  const button = (overrides: Parameters<typeof appointmentFacts>[0], now = START - 24 * HOUR) => emailContent("reminder", appointmentFacts(overrides), LINKS, now).button;
  const video = { mode: "ONLINE", place: null, meetUrl: "https://meet.google.com/abc-defg-hij" } as const;
  expect(button({})).toEqual({ label: "I will come", url: `${LINKS.manageUrl}#coming` });
  expect(button({ isAttendanceConfirmed: true })?.label).toBe("View, move or cancel");
  expect(button({ asksAttendance: false })?.label).toBe("View, move or cancel");
  expect(button(video)?.label).toBe("I will come");
  expect(button(video, START - 2 * HOUR)?.label).toBe("Join the video visit");
  expect(emailContent("reminder", appointmentFacts(), LINKS, START - 24 * HOUR).link?.url).toBe(LINKS.manageUrl);
});
