import { expect, test } from "vitest";
import { appointmentFacts, LINKS, START } from "@tests/messages/appointment-facts";
import { emailContent } from "./email-content";
import { emailLetter } from "./email-letter";
import { APPOINTMENT_TEMPLATES } from "./appointment-kinds";

const DAY_MS = 86_400_000;
const now = START - 3 * DAY_MS;
const write = (template: Parameters<typeof emailContent>[0], overrides: Parameters<typeof appointmentFacts>[0] = {}, at = now) => emailContent(template, appointmentFacts(overrides), LINKS, at);

test.each(APPOINTMENT_TEMPLATES)("%s: subject with the zone in words, one button, nothing shouted", (template) => {
  const content = write(template);
  expect(content.subject).toMatch(/Tuesday 24 November, 1[56]:30 (London|Berlin) time$/);
  expect(content.button?.url).toMatch(/^https:/);
  expect(JSON.stringify(content)).not.toContain("!");
  expect(emailLetter(content)).toMatch(/^Hello /);
});

test("the patient reads their own zone, with the clinic's beside it where the visit is in person", () => {
  const content = write("booking-confirmed");
  expect(content.when).toMatchObject({ time: "15:30", until: "16:00", zone: "London time", day: "24", monthShort: "Nov", notes: ["16:30 in Berlin, where the clinic is"] });
  expect(write("booking-confirmed", { mode: "ONLINE", place: null }).when?.notes).toEqual([]);
});

test("the provider reads theirs, and the patient's for a video visit", () => {
  expect(write("provider-booking-confirmed").when).toMatchObject({ time: "16:30", zone: "Berlin time", notes: [] });
  expect(write("provider-booking-confirmed", { mode: "ONLINE", place: null }).when?.notes).toEqual(["15:30 London time for the patient"]);
});

test("offsets come from our own zone rules: Vancouver stays on summer time in winter 2026", () => {
  const startsAt = Date.parse("2026-12-15T20:00:00Z");
  const content = write("booking-confirmed", { startsAt, endsAt: startsAt + 1_800_000, mode: "ONLINE", place: null, patient: { name: "Sam", email: null, timeZone: "America/Vancouver" } });
  expect(content.when).toMatchObject({ time: "13:00", zone: "Vancouver time" });
});

test("how to move or cancel, until when, and whom to call afterwards", () => {
  expect(write("booking-confirmed").how).toEqual(["You can move or cancel online until Monday 23 November, 15:30 London time."]);
  expect(write("booking-confirmed", { cancelUntil: START - 2 * DAY_MS }).how).toEqual(["You can move it online until Monday 23 November, 15:30 London time.", "You can cancel online until Sunday 22 November, 15:30 London time."]);
  expect(write("reminder", {}, START - DAY_MS).how).toEqual(["To change it now, please call the clinic: +49 30 1234567."]);
  expect(write("booking-cancelled").how).toEqual([]);
});

test("a video visit shows its link once there is one; the reminder's button joins it", () => {
  const online = { mode: "ONLINE", place: null } as const;
  const meetUrl = "https://meet.google.com/abc-defg-hij";
  expect(write("booking-confirmed", online).where?.url).toBeNull();
  expect(write("booking-confirmed", { ...online, meetUrl }).where?.url).toBe(meetUrl);
  expect(write("reminder", { ...online, meetUrl, isAttendanceConfirmed: true })).toMatchObject({ button: { url: meetUrl }, link: { url: LINKS.manageUrl } });
});

test("ended appointments lead to new times and show no place", () => {
  for (const template of ["booking-cancelled", "booking-declined", "booking-expired"] as const) expect(write(template)).toMatchObject({ where: null, button: { url: LINKS.bookUrl }, when: { isOff: true } });
});

test("a moved appointment names the time before; a move that needs an answer does not claim to be settled", () => {
  expect(write("booking-rescheduled", { previous: { startsAt: START - DAY_MS, endsAt: START - DAY_MS + 1_800_000 } }).lines.join(" ")).toContain("Before, it was Monday 23 November, 15:30 London time.");
  expect(write("booking-rescheduled", { previous: { startsAt: START, endsAt: START + 900_000 } }).lines.join(" ")).toContain("Before, it was Tuesday 24 November, 15:30 to 15:45, London time.");
  expect(write("booking-rescheduled", { status: "PENDING" }).heading).toBe("Your new time is requested");
});

test("the text part reads as a letter from the clinic", () => {
  const letter = emailLetter(write("booking-confirmed"));
  expect(letter).toContain("Tuesday 24 November, 15:30 to 16:00, London time\n16:30 in Berlin, where the clinic is");
  expect(letter).toContain("Where:\nMain site\nParkstraße 12\n10115 Berlin");
  expect(letter).toContain("--\nPraxis am Park\n");
});
