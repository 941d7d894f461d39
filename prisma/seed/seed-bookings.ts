import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import type { BookingStatus } from "@/application/shared/common-schemas";
import { issueManageLink, newManageLink } from "@/application/booking/manage-link";
import { scheduleReminders } from "@/application/messages/reminders";
import { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { sqlOf } from "@/application/shared/sql";
import { openSlots } from "@/domain/availability/open-slots";
import type { Interval } from "@/domain/time/interval";
import { bookingReference } from "@/domain/booking/booking-reference";
import { seedBookingStory } from "./seed-booking-story";
import type { SeededProvider } from "./seed-providers";
import { GUESTS, PEOPLE } from "./world";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Three weeks back, four ahead. */
const PAST_DAYS = 21;
const COMING_DAYS = 28;

/** A repeatable sequence in [0, 1): the demonstration looks the same on every machine. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fills some weeks with bookings at times the engine itself would have offered. */
export async function seedBookings(app: AppContext, providers: readonly SeededProvider[]): Promise<void> {
  const now = app.clock.now();
  for (const [index, provider] of providers.entries()) {
    const next = sequence(7919 * (index + 1));
    const guests = await seedPatients(app, provider, index);
    const taken: Interval[] = [];
    for (const service of provider.services) {
      const starts = openSlots({
        schedule: provider.schedule,
        service: { ...service, minimumNoticeMinutes: 0, horizonDays: PAST_DAYS + COMING_DAYS, dailyCap: null },
        busy: provider.busy,
        range: [now - PAST_DAYS * DAY_MS, now + COMING_DAYS * DAY_MS],
        now: now - PAST_DAYS * DAY_MS,
      });
      for (const startsAt of starts) {
        // Near days fill up, later ones are still open.
        const chance = startsAt < now ? 0.045 : 0.05 * (1 - (startsAt - now) / (COMING_DAYS * DAY_MS));
        const draw = next();
        const blocked: Interval = [startsAt - service.bufferBeforeMinutes * MINUTE_MS, startsAt + (service.durationMinutes + service.bufferAfterMinutes) * MINUTE_MS];
        if (draw > chance || taken.some(([start, end]) => start < blocked[1] && blocked[0] < end)) continue;
        taken.push(blocked);
        const patient = guests[Math.floor(next() * guests.length)];
        if (!patient) continue;
        await seedBooking(app, provider, service, { startsAt, blocked, patient, status: statusFor(startsAt, now, service.requiresApproval, next()), mode: service.modes[Math.floor(next() * service.modes.length)] ?? "IN_PERSON" });
      }
    }
  }
}

function statusFor(startsAt: number, now: number, requiresApproval: boolean, draw: number): BookingStatus {
  if (startsAt < now) return draw < 0.82 ? "COMPLETED" : draw < 0.9 ? "NO_SHOW" : "CANCELLED";
  return requiresApproval && draw < 0.6 ? "PENDING" : "CONFIRMED";
}

interface SeededPatient {
  readonly id: string;
  readonly email: string;
  readonly phone: string | null;
  readonly timeZone: string;
}

async function seedPatients(app: AppContext, provider: SeededProvider, index: number): Promise<SeededPatient[]> {
  const known = PEOPLE.patients.filter((person) => index % 3 === 0 || person.timeZone === provider.schedule.timeZone);
  const guests = GUESTS.filter((_, position) => (position + index) % 2 === 0);
  const rows = [
    ...known.map((person) => ({ id: uuidv7(), providerId: provider.id, name: person.name, email: person.email, phone: person.phone, timeZone: person.timeZone, channels: ["EMAIL", "SMS"] } satisfies Prisma.PatientCreateManyInput)),
    ...guests.map((name) => ({ id: uuidv7(), providerId: provider.id, name, email: `${slugOf(name)}@mail.example`, timeZone: provider.schedule.timeZone, channels: ["EMAIL"] } satisfies Prisma.PatientCreateManyInput)),
  ];
  const users = await app.db.user.findMany({ where: { email: { in: known.map((person) => person.email) } }, select: { id: true, email: true } });
  const userOf = new Map(users.map((user) => [user.email, user.id]));
  await app.db.patient.createMany({ data: rows.map((row) => ({ ...row, userId: userOf.get(row.email) ?? null })) });
  return rows.map(({ id, email, timeZone, ...row }) => ({ id, email, timeZone, phone: "phone" in row ? row.phone : null }));
}

const slugOf = (name: string): string => name.normalize("NFD").replace(/[^A-Za-z ]/g, "").trim().toLowerCase().replaceAll(" ", ".");

async function seedBooking(
  app: AppContext,
  provider: SeededProvider,
  service: SeededProvider["services"][number],
  visit: { startsAt: number; blocked: Interval; patient: SeededPatient; status: BookingStatus; mode: SeededProvider["services"][number]["modes"][number] },
): Promise<void> {
  const id = uuidv7();
  const now = app.clock.now();
  // Between three and seven days before, at no round time.
  const createdAt = Math.min(now, visit.startsAt) - 3 * DAY_MS - ((visit.startsAt / MINUTE_MS) % (4 * 24 * 60 - 7)) * MINUTE_MS;
  const endsAt = visit.startsAt + service.durationMinutes * MINUTE_MS;
  await app.db.$transaction(async (tx) => {
    await tx.booking.create({
      data: {
        id, seriesId: id, reference: bookingReference(randomBytes(16)), providerId: provider.id, serviceId: service.id, locationId: provider.locationId, patientId: visit.patient.id,
        status: visit.status, source: "WEB", mode: visit.mode, startsAt: new Date(visit.startsAt), endsAt: new Date(endsAt), blockedFrom: new Date(visit.blocked[0]), blockedTo: new Date(visit.blocked[1]),
        timeZone: provider.schedule.timeZone, patientTimeZone: visit.patient.timeZone, serviceName: service.name, priceAmount: service.priceAmount, currency: service.currency,
        cancellationWindowMinutes: service.cancellationWindowMinutes, rescheduleWindowMinutes: service.rescheduleWindowMinutes, reminderMinutes: service.reminderMinutes, reminderChannels: service.reminderChannels, channels: ["EMAIL"],
        pendingExpiresAt: visit.status === "PENDING" ? new Date(Math.min(now + 2 * DAY_MS, visit.startsAt)) : null,
        cancelledBy: visit.status === "CANCELLED" ? "patient" : null, createdAt: new Date(createdAt),
      },
    });
    // They typed the code they were sent when they booked.
    if (visit.patient.phone !== null) await tx.phoneProof.create({ data: { seriesId: id, phone: visit.patient.phone, source: "code", provenAt: new Date(createdAt) } });
    await seedBookingStory(tx, { id, providerId: provider.id, staffUserId: provider.userId, patientId: visit.patient.id, address: visit.patient.email, status: visit.status, createdAt, startsAt: visit.startsAt, endsAt, now, reminderMinutes: service.reminderMinutes });
    const changes = new Changes();
    issueManageLink(changes, await newManageLink(app), id, endsAt + 30 * DAY_MS);
    if (visit.status === "CONFIRMED") await scheduleReminders(changes, { seriesId: id, startsAt: new Date(visit.startsAt), patientTimeZone: visit.patient.timeZone, reminderMinutes: service.reminderMinutes, reminderChannels: service.reminderChannels }, now);
    await changes.flush(sqlOf(tx));
  });
}
