import { describe, expect, it } from "vitest";
import type { SetupView } from "@/application/providers/own-provider-schemas";
import { reachedStep, stepBefore } from "./setup-steps";

const provider: NonNullable<SetupView["provider"]> = {
  id: "1", slug: "a", status: "DRAFT", organization: null, publicUrl: "http://localhost/p/a", canEdit: true,
  profile: { name: "A", title: "B", bio: "", specialities: [], languages: ["en"], timeZone: "Europe/Berlin", portraitSeed: "a" },
  contact: { email: "a@example.test", phone: "", notifyByEmail: true, notifyBySms: false, notifyByCard: false, agendaByEmail: true, agendaOnFreeDays: false, weekPromptByEmail: true, language: "en" },
};
const setup: SetupView = { provider, hasServices: true, hasHours: true, calendar: "none", calendarEmail: null, suggestedName: "" };

describe("reachedStep", () => {
  it("is the first step that still needs something", () => {
    expect(reachedStep({ ...setup, provider: null })).toBe("profile");
    expect(reachedStep({ ...setup, hasServices: false })).toBe("services");
    expect(reachedStep({ ...setup, hasHours: false })).toBe("hours");
    expect(reachedStep(setup)).toBe("calendar");
    expect(reachedStep({ ...setup, provider: { ...provider, status: "ACTIVE" } })).toBe("done");
  });

  it("knows the way back", () => {
    expect(stepBefore("services")).toBe("profile");
    expect(stepBefore("profile")).toBeNull();
  });
});
