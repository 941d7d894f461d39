import type { ClinicServiceView, ClinicView } from "@/application/clinics/clinic-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";

/** What the address of a clinic's page asks for; what cannot be had is answered as if it were not asked. */
export interface ClinicWish {
  readonly service: string | null;
  readonly mode: VisitMode | null;
  /** Slugs. */
  readonly location: string | null;
  readonly person: string | null;
}

type Location = ClinicView["locations"][number];
type Person = ClinicView["providers"][number];

export interface ClinicChoice {
  readonly service: ClinicServiceView;
  readonly mode: VisitMode;
  /** Where it can be had in this way. */
  readonly locations: readonly Location[];
  /** Null: anywhere. Who comes in person comes to one place. */
  readonly location: Location | null;
  /** Who offers it there. */
  readonly people: readonly Person[];
  /** Null: whoever is free. */
  readonly person: Person | null;
  readonly horizonDays: number;
}

/** What is chosen at a clinic, or null when nothing can be booked there. */
export function chooseAtClinic(clinic: ClinicView, wish: ClinicWish): ClinicChoice | null {
  const service = clinic.services.find(({ slug }) => slug === wish.service) ?? clinic.services[0];
  if (service === undefined) return null;
  const mode = service.modes.find((candidate) => candidate === wish.mode) ?? service.modes[0] ?? "IN_PERSON";
  const offering = clinic.providers.filter(({ services }) => services.some(({ slug, modes }) => slug === service.slug && modes.includes(mode)));
  const locations = clinic.locations.filter(({ slug }) => offering.some((one) => one.location === slug));
  const location = locations.find(({ slug }) => slug === wish.location) ?? (mode === "IN_PERSON" && locations.length > 1 ? (locations[0] ?? null) : null);
  const people = location === null ? offering : offering.filter((one) => one.location === location.slug);
  const person = people.length === 1 ? (people[0] ?? null) : (people.find(({ slug }) => slug === wish.person) ?? null);
  const horizons = (person === null ? people : [person]).flatMap(({ services }) => services.filter(({ slug }) => slug === service.slug).map(({ horizonDays }) => horizonDays));
  return { service, mode, locations, location, people, person, horizonDays: Math.max(...horizons, 0) };
}

/** Whose free times are looked for. */
export const whoseTimes = (clinic: ClinicView, { location, person, mode }: ClinicChoice) => person?.slug ?? { organization: clinic.slug, ...(location !== null && { location: location.slug }), mode };

/** The clinic's clock to name beside the reader's; the reader's own where the staff live by several. */
export function clinicZone({ person, people }: ClinicChoice, readerZone: string): string {
  const [first, ...others] = person === null ? people : [person];
  return first !== undefined && others.every(({ timeZone }) => timeZone === first.timeZone) ? first.timeZone : readerZone;
}
