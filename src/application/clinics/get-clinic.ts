import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { ClinicInput, ClinicView } from "./clinic-schemas";

/** A clinic, or one of its locations, as its patients see it. Throws NOT_FOUND when nobody can be booked there. */
export async function getClinic(app: AppContext, { organization, location }: ClinicInput): Promise<ClinicView> {
  authorize(app.actor, "availability.search");
  const row = await app.db.organization.findUnique({
    where: { slug: organization },
    select: {
      slug: true, name: true,
      locations: { where: { providers: { some: { status: "ACTIVE" } } }, select: { slug: true, name: true, city: true, timeZone: true }, orderBy: { name: "asc" } },
      providers: {
        where: { status: "ACTIVE", ...(location !== undefined && { location: { slug: location } }) },
        select: {
          slug: true, name: true, title: true, portraitSeed: true, timeZone: true,
          services: { where: { isActive: true }, select: { slug: true, name: true, durationMinutes: true, modes: true, priceAmount: true, currency: true, horizonDays: true }, orderBy: { position: "asc" } },
        },
        orderBy: { name: "asc" },
      },
    },
  });
  const [first] = row?.providers ?? [];
  if (row == null || first === undefined) throw new AppError("NOT_FOUND", { message: "We could not find this clinic." });
  const place = row.locations.find(({ slug }) => slug === location);
  return {
    slug: row.slug,
    name: row.name,
    timeZone: place?.timeZone ?? first.timeZone,
    locations: row.locations.map(({ slug, name, city }) => ({ slug, name, city })),
    services: mergeServices(row.providers.flatMap(({ services }) => services)),
    providers: row.providers.map(({ slug, name, title, portraitSeed }) => ({ slug, name, title, portraitSeed })),
  };
}

type ServiceRow = { slug: string; name: string; durationMinutes: number; modes: ClinicView["services"][number]["modes"]; priceAmount: number; currency: string; horizonDays: number };

/** One line per service, those most providers offer first. */
function mergeServices(rows: readonly ServiceRow[]): ClinicView["services"] {
  return [...new Set(rows.map(({ slug }) => slug))]
    .flatMap((wanted) => {
      const same = rows.filter(({ slug }) => slug === wanted);
      const cheapest = same.toSorted((a, b) => a.priceAmount - b.priceAmount)[0];
      if (cheapest === undefined) return [];
      const { slug, name, durationMinutes, priceAmount, currency } = cheapest;
      return [{ slug, name, durationMinutes, modes: [...new Set(same.flatMap(({ modes }) => modes))], price: { amount: priceAmount, currency }, horizonDays: Math.max(...same.map(({ horizonDays }) => horizonDays)), providers: same.length }];
    })
    .toSorted((a, b) => b.providers - a.providers || a.name.localeCompare(b.name));
}
