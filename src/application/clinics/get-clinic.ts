import { phoneView } from "@/application/shared/phone-view";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { ClinicInput, ClinicView } from "./clinic-schemas";
import { mergeServices } from "./merge-services";

/** A clinic, or one of its locations, as its patients see it. Throws NOT_FOUND when nobody can be booked there. */
export async function getClinic(app: AppContext, { organization, location }: ClinicInput): Promise<ClinicView> {
  authorize(app.actor, "availability.search");
  const row = await app.db.organization.findUnique({
    where: { slug: organization },
    select: {
      slug: true, name: true,
      locations: { where: { providers: { some: { status: "ACTIVE" } } }, select: { slug: true, name: true, addressLine: true, postalCode: true, city: true, country: true, phone: true, timeZone: true }, orderBy: { name: "asc" } },
      providers: {
        where: { status: "ACTIVE", ...(location !== undefined && { location: { slug: location } }) },
        select: {
          slug: true, name: true, title: true, portraitSeed: true, timeZone: true, location: { select: { slug: true } },
          services: { where: { isActive: true }, select: { slug: true, name: true, description: true, durationMinutes: true, modes: true, priceAmount: true, currency: true, requiresApproval: true, horizonDays: true }, orderBy: [{ position: "asc" }, { slug: "asc" }] },
        },
        orderBy: [{ name: "asc" }, { slug: "asc" }],
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
    locations: row.locations.map(({ phone, ...location }) => ({ ...location, ...phoneView(phone) })),
    services: mergeServices(row.providers.flatMap(({ services }) => services)),
    providers: row.providers.map(({ slug, name, title, portraitSeed, timeZone, location, services }) => ({
      slug, name, title, portraitSeed, timeZone, location: location?.slug ?? null, services: services.map(({ slug, modes, horizonDays }) => ({ slug, modes, horizonDays })),
    })),
  };
}
