import { expect, it } from "vitest";
import { summariseSync } from "./summarise-sync";

const active = { state: "active", connections: [], pendingEvents: 0, failedEvents: 0, comingEvents: 0, leavingEvents: 0 } as const;

it("names what is worst first", () => {
  expect(summariseSync({ ...active, connections: [] }).tone).toBe("success");
  expect(summariseSync({ ...active, connections: [], pendingEvents: 2 }).label).toBe("Calendar updating");
  expect(summariseSync({ ...active, connections: [], pendingEvents: 2, failedEvents: 1 }).sentence).toBe("One visit is not in Google Calendar. It is tried again.");
  expect(summariseSync({ ...active, connections: [], state: "reconnect-needed", failedEvents: 1 }).label).toBe("Connect again");
});
