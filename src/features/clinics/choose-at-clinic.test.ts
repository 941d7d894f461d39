import { describe, expect, it } from "vitest";
import type { ClinicView } from "@/application/clinics/clinic-schemas";
import { chooseAtClinic, clinicZone, whoseTimes, type ClinicWish } from "./choose-at-clinic";

const NOTHING: ClinicWish = { service: null, mode: null, location: null, person: null };

const location = (slug: string, timeZone: string) => ({ slug, name: slug, addressLine: "", postalCode: "", city: slug, country: "DE", timeZone, phone: "", phoneText: "" });
const service = (slug: string, modes: ClinicView["services"][number]["modes"]) => ({
  slug, name: slug, description: "", durationMinutes: 30, longestMinutes: 30, modes, price: { amount: 1, currency: "EUR" }, prices: [], hasOtherPrices: false, requiresApproval: false, horizonDays: 90,
});
const person = (slug: string, at: string, timeZone: string, offered: ClinicView["providers"][number]["services"]) => ({ slug, name: slug, title: "", portraitSeed: slug, timeZone, location: at, services: offered });

const CLINIC: ClinicView = {
  slug: "linden", name: "Linden", timeZone: "Europe/Berlin",
  locations: [location("berlin", "Europe/Berlin"), location("london", "Europe/London")],
  services: [service("visit", ["IN_PERSON", "ONLINE"]), service("scan", ["IN_PERSON"])],
  providers: [
    person("ada", "berlin", "Europe/Berlin", [{ slug: "visit", modes: ["IN_PERSON"], horizonDays: 30 }]),
    person("ben", "berlin", "Europe/Berlin", [{ slug: "visit", modes: ["IN_PERSON", "ONLINE"], horizonDays: 60 }]),
    person("cem", "london", "Europe/London", [{ slug: "visit", modes: ["IN_PERSON", "ONLINE"], horizonDays: 90 }, { slug: "scan", modes: ["IN_PERSON"], horizonDays: 20 }]),
  ],
};
const choose = (wish: Partial<ClinicWish> = {}) => {
  const choice = chooseAtClinic(CLINIC, { ...NOTHING, ...wish });
  if (choice === null) throw new Error("something can be chosen");
  return choice;
};
const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

describe("choosing at a clinic", () => {
  it("begins with whoever is free for the first service, in person at one place", () => {
    const choice = choose();
    expect(choice).toMatchObject({ service: { slug: "visit" }, mode: "IN_PERSON", location: { slug: "berlin" }, person: null, horizonDays: 60 });
    expect(slugs(choice.locations)).toEqual(["berlin", "london"]);
    expect(slugs(choice.people)).toEqual(["ada", "ben"]);
    expect(whoseTimes(CLINIC, choice)).toEqual({ organization: "linden", location: "berlin", mode: "IN_PERSON" });
  });

  it("looks everywhere for a visit by video, only at those who offer it so", () => {
    const choice = choose({ mode: "ONLINE" });
    expect(choice.location).toBeNull();
    expect(slugs(choice.people)).toEqual(["ben", "cem"]);
    expect(whoseTimes(CLINIC, choice)).toEqual({ organization: "linden", mode: "ONLINE" });
  });

  it("is one person where nobody else offers it, or where one was asked for", () => {
    expect(whoseTimes(CLINIC, choose({ service: "scan" }))).toBe("cem");
    expect(whoseTimes(CLINIC, choose({ location: "london" }))).toBe("cem");
    expect(choose({ person: "ben" })).toMatchObject({ person: { slug: "ben" }, horizonDays: 60 });
  });

  it("takes what cannot be had as not asked", () => {
    expect(choose({ service: "x", mode: "PHONE", location: "paris", person: "cem" })).toEqual(choose());
    expect(chooseAtClinic({ ...CLINIC, services: [] }, NOTHING)).toBeNull();
  });

  it("names the clinic's clock where there is one", () => {
    expect(clinicZone(choose(), "Asia/Tokyo")).toBe("Europe/Berlin");
    expect(clinicZone(choose({ mode: "ONLINE" }), "Asia/Tokyo")).toBe("Asia/Tokyo");
    expect(clinicZone(choose({ mode: "ONLINE", person: "cem" }), "Asia/Tokyo")).toBe("Europe/London");
  });
});
