import { loadAvailabilityFacts, type FactsRange } from "@/application/availability/load-availability-facts";
import type { Offer } from "@/application/availability/offered-service";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import type { ClinicInput } from "./clinic-schemas";

interface StaffMember {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly title: string;
  readonly portraitSeed: string;
  readonly timeZone: string;
}

/** Who offers a service at a clinic, with what decides their times. */
export interface Staff {
  /** Of the location, or of the first provider. */
  readonly timeZone: string;
  readonly members: ReadonlyMap<string, StaffMember>;
  readonly offers: readonly Offer[];
}

/** The active providers of a clinic, or of one of its locations, that offer a service. Throws NOT_FOUND when there are none. */
export async function loadStaff(app: AppContext, { organization, location, service }: ClinicInput & { service: string }, range: FactsRange): Promise<Staff> {
  const rows = await app.db.provider.findMany({
    where: { status: "ACTIVE", organization: { slug: organization }, ...(location !== undefined && { location: { slug: location } }), services: { some: { slug: service, isActive: true } } },
    select: { id: true, slug: true, name: true, title: true, portraitSeed: true, timeZone: true, location: { select: { timeZone: true } } },
    orderBy: { id: "asc" },
  });
  const [first] = rows;
  if (first === undefined) throw new AppError("NOT_FOUND", { message: "Nobody offers this service here." });
  const loaded = await loadAvailabilityFacts(readSql(app), { ids: rows.map(({ id }) => id) }, range);
  return {
    timeZone: (location === undefined ? undefined : first.location?.timeZone) ?? first.timeZone,
    members: new Map(rows.map((row) => [row.id, row])),
    offers: loaded.flatMap((facts) => {
      const offered = facts.services.find((candidate) => candidate.slug === service && candidate.isActive);
      return offered === undefined || !facts.provider.isActive ? [] : [{ facts, service: offered }];
    }),
  };
}
