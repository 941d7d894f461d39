import fc from "fast-check";
import { expect, test } from "vitest";
import { appointmentFacts, LINKS, START } from "@tests/messages/appointment-facts";
import { calendarFaults, readCalendar } from "@tests/messages/calendar-rules";
import { appointmentInvite, type InviteMethod } from "./invite";

const HALF_HOUR = 1_800_000;
const NOW = START - 86_400_000;
const write = (method: InviteMethod, overrides: Parameters<typeof appointmentFacts>[0] = {}, now = NOW) => appointmentInvite(appointmentFacts(overrides), method, LINKS.manageUrl, now);
const read = (...parameters: Parameters<typeof write>) => readCalendar(write(...parameters));

test("a request is read back as the appointment: the same entry for the whole series, in UTC, its patient coming", () => {
  expect(calendarFaults(write("REQUEST", { sequence: 2 }), "REQUEST")).toEqual([]);
  expect(read("REQUEST", { sequence: 2 })).toMatchObject({
    method: "REQUEST", status: "CONFIRMED", uid: "01938a4e-0000-7000-8000-000000000001@medbookings", sequence: 2, startsAt: START, endsAt: START + HALF_HOUR, stampedAt: NOW, changedAt: START - 9 * 86_400_000,
    summary: "Appointment with Dr Amara Okafor", location: "Main site, Parkstraße 12, 10115 Berlin", organizer: "mailto:hello@praxis.example", organizerName: "Praxis am Park",
    attendees: [{ address: "sam@example.test", name: "Sam Patient", partstat: "ACCEPTED", rsvp: "FALSE" }],
  });
});

test("a cancellation takes the same entry away", () => {
  expect(calendarFaults(write("CANCEL", { sequence: 3, status: "CANCELLED" }), "CANCEL")).toEqual([]);
  const entry = read("CANCEL", { sequence: 3, status: "CANCELLED" });
  expect(entry).toMatchObject({ method: "CANCEL", status: "CANCELLED", sequence: 3, attendees: [{ address: "sam@example.test" }] });
  expect(entry.description).not.toContain("https://");
});

test("a video visit is located at its link; a request still unanswered is tentative", () => {
  const meetUrl = "https://meet.google.com/abc-defg-hij";
  expect(read("REQUEST", { mode: "ONLINE", place: null, meetUrl }).location).toBe(meetUrl);
  expect(read("REQUEST", { status: "PENDING" }).status).toBe("TENTATIVE");
});

test.each([["CONFIRMED", "CONFIRMED"], ["PENDING", "TENTATIVE"], ["COMPLETED", "CONFIRMED"], ["CANCELLED", "CANCELLED"], ["DECLINED", "CANCELLED"], ["EXPIRED", "CANCELLED"]] as const)("a download of what is %s invites nobody and says %s", (status, said) => {
  expect(calendarFaults(write("PUBLISH", { status }), "PUBLISH")).toEqual([]);
  const entry = read("PUBLISH", { status });
  expect(entry).toMatchObject({ method: "PUBLISH", status: said, attendees: [] });
  expect(entry.description.includes("https://")).toBe(said !== "CANCELLED");
});

/** The hours around which clocks change in Berlin, London, New York and Sydney, either way. */
const TRANSITIONS = ["2026-10-25T01:00:00Z", "2027-03-28T01:00:00Z", "2026-11-01T06:00:00Z", "2027-03-14T07:00:00Z", "2026-10-03T16:00:00Z", "2027-04-03T16:00:00Z"].map((at) => Date.parse(at));

test("when clocks change, an entry keeps its instants and its length", () => {
  for (const at of TRANSITIONS.flatMap((transition) => [-90, -30, -1, 0, 1, 30, 90].map((minutes) => transition + minutes * 60_000))) {
    expect(read("REQUEST", { startsAt: at, endsAt: at + HALF_HOUR })).toMatchObject({ startsAt: at, endsAt: at + HALF_HOUR });
  }
});

const HOSTILE = [
  "<script>alert(1)</script>", "Sam\r\nATTENDEE:mailto:evil@example.test", "Sam\nMETHOD:CANCEL", "semi;colon,comma\\back\"quote", 'Sam":mailto:evil@example.test;X="', "a^nb^'c^^d", "名".repeat(300), "أمينة 🌻".repeat(60), "👩‍👩‍👧‍👦".repeat(50),
  "\u202eevil\u202c", "a\u0000b\u0085c\u2028d", "END:VEVENT", '"', "^", "\\n;,\\;",
];
const anyName = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }), fc.string({ unit: "binary", minLength: 1, maxLength: 120 }));
const anyInvite = fc.record({
  method: fc.constantFrom<InviteMethod>("REQUEST", "CANCEL", "PUBLISH"), patient: anyName, provider: anyName, clinic: anyName, street: anyName, startsAt: fc.integer({ min: Date.parse("2024-01-01T00:00:00Z") / 60_000, max: Date.parse("2036-01-01T00:00:00Z") / 60_000 }),
  sequence: fc.nat(50), mode: fc.constantFrom("IN_PERSON" as const, "ONLINE" as const, "PHONE" as const), language: fc.constantFrom("en" as const, "de" as const, "fr" as const, "es" as const, "pt" as const),
});

test("whatever names hold, an entry keeps the rules and is read back as its one appointment with its one attendee", () => {
  fc.assert(
    fc.property(anyInvite, ({ method, patient, provider, clinic, street, startsAt: minute, sequence, mode, language }) => {
      const facts = { ...appointmentFacts(), sequence, mode, startsAt: minute * 60_000, endsAt: minute * 60_000 + HALF_HOUR, languages: { patient: language, provider: language } };
      const named = { patient: { ...facts.patient, name: patient }, provider: { ...facts.provider, name: provider }, clinic: { ...facts.clinic, name: clinic }, place: { lines: [street, "Berlin"], timeZone: "Europe/Berlin" } };
      const text = write(method, { ...facts, ...named });
      expect(calendarFaults(text, method)).toEqual([]);
      expect(readCalendar(text)).toMatchObject({ startsAt: facts.startsAt, endsAt: facts.endsAt, sequence, organizer: "mailto:hello@praxis.example", attendees: method === "PUBLISH" ? [] : [{ address: "sam@example.test" }] });
    }),
    { numRuns: 300 },
  );
});

test("a name comes back as it was, but for what a parameter cannot hold", () => {
  const named = (name: string) => read("REQUEST", { patient: { name, email: "sam@example.test", timeZone: "Europe/London" } }).attendees[0]?.name;
  for (const name of ["O'Neill, Ada; Dr.", "Jürgen: \u05d0\u05d1\u05d2 🌻", "李"]) expect(named(name)).toBe(name);
  expect(named('Sam "Sunny" Rivera')).toBe("Sam 'Sunny' Rivera");
  expect(named("^n\\x")).toBe("n x");
});
