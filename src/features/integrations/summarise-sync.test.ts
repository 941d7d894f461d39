import { expect, it } from "vitest";
import { summariseSync } from "./summarise-sync";

const active = { state: "active", connections: [], pendingEvents: 0, failedEvents: 0, comingEvents: 0, leavingEvents: 0 } as const;

it("names what is worst first", () => {
  expect(summariseSync({ ...active, connections: [], clinicCalendars: [] }).tone).toBe("success");
  expect(summariseSync({ ...active, connections: [], clinicCalendars: [], pendingEvents: 2 }).label).toBe("Calendar updating");
  expect(summariseSync({ ...active, connections: [], clinicCalendars: [], pendingEvents: 2, failedEvents: 1 }).sentence).toBe("One visit is not in Google Calendar. It is tried again.");
  expect(summariseSync({ ...active, connections: [], clinicCalendars: [], state: "reconnect-needed", failedEvents: 1 }).label).toBe("Connect again");
});

it("is not in step before a calendar was read as a whole", () => {
  const calendar = {
    id: "c", name: "Practice", timeZone: "Europe/Berlin", readsBusy: true, receivesBookings: true, canWrite: true, busyKinds: [], lastReadAt: null, firstReadEvents: 5_000, lastPushAt: null, channelExpiresAt: null, nextCheckAt: null, problem: null,
  };
  const connection = { id: "n", access: "consent" as const, state: "active" as const, accountEmail: "amara@example.test", connectedAt: "", problems: [] };
  const of = (firstReadEvents: number | null) => summariseSync({ ...active, clinicCalendars: [], connections: [{ ...connection, calendars: [{ ...calendar, firstReadEvents }] }] });
  expect(of(5_000)).toEqual({ tone: "info", label: "Reading calendar", sentence: "Reading your calendar… 5,000 events so far. Until it is done, a time that is taken there may be offered." });
  expect(of(0).sentence).toBe("Reading your calendar… Until it is done, a time that is taken there may be offered.");
  expect(of(null).label).toBe("Calendar in step");
});
