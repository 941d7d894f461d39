import { uuidv7 } from "uuidv7";
import type { MembershipRole } from "@/generated/prisma/enums";
import type { AppContext } from "@/application/shared/context";
import { seedBookings } from "./seed-bookings";
import { seedProviders } from "./seed-providers";
import { ORGANIZATIONS, PEOPLE } from "./world";

/** Fills an empty database with the demonstration world. Does nothing and returns false when there is an organization already. */
export async function seedWorld(app: AppContext): Promise<boolean> {
  if ((await app.db.organization.count()) > 0) return false;
  await seedOrganizations(app);
  await seedPeople(app);
  await seedBookings(app, await seedProviders(app));
  return true;
}

async function seedOrganizations(app: AppContext): Promise<void> {
  const year = new Date(app.clock.now()).getUTCFullYear();
  for (const { locations, holidays, ...organization } of ORGANIZATIONS) {
    await app.db.organization.create({
      data: {
        id: uuidv7(),
        ...organization,
        locations: { create: locations.map((location) => ({ id: uuidv7(), ...location })) },
        holidays: { create: [year, year + 1].flatMap((holidayYear) => holidays.map(({ monthDay, name }) => ({ id: uuidv7(), onDate: new Date(`${holidayYear}-${monthDay}`), name }))) },
      },
    });
  }
}

async function seedPeople(app: AppContext): Promise<void> {
  const { administrator, manager, frontDesk, newcomer, patients } = PEOPLE;
  await app.db.user.create({ data: { id: uuidv7(), ...administrator, isAdministrator: true } });
  await app.db.user.create({ data: { id: uuidv7(), ...newcomer } });
  for (const { email, name } of patients) await app.db.user.create({ data: { id: uuidv7(), email, name } });
  const staff: [typeof manager | typeof frontDesk, MembershipRole][] = [[manager, "MANAGER"], [frontDesk, "FRONT_DESK"]];
  for (const [person, role] of staff) {
    const organization = await app.db.organization.findUniqueOrThrow({ where: { slug: person.organization } });
    await app.db.user.create({ data: { id: uuidv7(), email: person.email, name: person.name, memberships: { create: { id: uuidv7(), organizationId: organization.id, role } } } });
  }
}
