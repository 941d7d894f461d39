import type { Prisma } from "@/generated/prisma/client";

/** Calendars we follow: those whose events block bookings, and the one bookings go to, for what is done to their events. */
export const LISTENED = { OR: [{ readsBusy: true }, { receivesBookings: true }] } satisfies Prisma.CalendarWhereInput;
