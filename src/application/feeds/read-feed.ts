import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { staffPageOf } from "@/domain/calendar-sync/event-draft";
import { appointmentFeed } from "@/domain/feeds/appointment-feed";
import { feedEntryOf, type FeedBooking } from "@/domain/feeds/feed-entry";
import { feedWindow } from "@/domain/feeds/feed-window";
import { oneLine, personName } from "@/domain/messages/safe-text";
import type { Prisma } from "@/generated/prisma/client";

const FEED = { id: true, providerId: true, userId: true, seriesId: true, showsNames: true, user: { select: { email: true, emailVerified: true } } } satisfies Prisma.CalendarFeedSelect;
type Feed = Prisma.CalendarFeedGetPayload<{ select: typeof FEED }>;

/** Named one by one: what is not loaded cannot leak. */
const BOOKING = {
  seriesId: true, status: true, mode: true, startsAt: true, endsAt: true, sequence: true, updatedAt: true, reference: true,
  patient: { select: { name: true } },
  provider: { select: { name: true, location: { select: { name: true, addressLine: true, postalCode: true, city: true } } } },
  location: { select: { name: true, addressLine: true, postalCode: true, city: true } },
} satisfies Prisma.BookingSelect;
type Row = Prisma.BookingGetPayload<{ select: typeof BOOKING }>;

/** The appointments behind a feed's address as iCalendar text; reads only. Throws NOT_FOUND, also when a single visit lies too far back. */
export async function readFeed(app: AppContext): Promise<string> {
  const { actor } = app;
  authorize(actor, "feed.read");
  const feed = actor.kind === "feed" ? await app.db.calendarFeed.findFirst({ where: { id: actor.feedId, revokedAt: null }, select: FEED }) : null;
  if (feed === null) throw new AppError("NOT_FOUND");
  const { from, to, cancelledSince } = feedWindow(app.clock.now());
  const rows = await app.db.booking.findMany({
    where: {
      ...scopeOf(feed),
      patientId: { not: null },
      startsAt: { gte: new Date(from), lt: new Date(to) },
      OR: [{ status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW"] } }, { status: { in: ["CANCELLED", "DECLINED", "EXPIRED"] }, updatedAt: { gte: new Date(cancelledSince) } }],
    },
    select: BOOKING,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  if (feed.seriesId !== null && rows.length === 0) throw new AppError("NOT_FOUND");
  const reader = feed.providerId === null ? "patient" : "provider";
  const entries = rows.map((row) => feedEntryOf(factsOf(row), reader, { showsNames: feed.showsNames, url: pageOf(app, feed, row) }));
  return appointmentFeed(reader === "provider" ? "MedBookings" : "My appointments", entries.filter((entry) => entry !== null));
}

function scopeOf({ providerId, userId, seriesId, user }: Feed): Prisma.BookingWhereInput {
  if (providerId !== null) return { providerId };
  if (seriesId !== null) return { seriesId };
  // The same bookings as on the patient's own page: theirs, and a guest's with their verified address.
  const asGuest = user?.emailVerified ? [{ patient: { userId: null, email: user.email } }] : [];
  return { AND: { OR: [{ patient: { userId } }, ...asGuest] } };
}

/** Where signed-in people see it; a series' own page opens with a secret that a shared calendar must not carry. */
function pageOf({ config }: AppContext, feed: Feed, { reference }: Row): string | null {
  if (feed.providerId !== null) return staffPageOf(config.publicOrigin, reference);
  return feed.userId === null ? null : `${config.publicOrigin}/my/bookings`;
}

function factsOf(row: Row): FeedBooking {
  const location = row.location ?? row.provider.location;
  const { seriesId, status, mode, sequence } = row;
  return {
    seriesId, status, mode, sequence,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    changedAt: row.updatedAt.getTime(),
    patientName: personName(row.patient?.name ?? ""),
    providerName: oneLine(row.provider.name, 80),
    address: location && [location.name, location.addressLine, `${location.postalCode} ${location.city}`].map((line) => oneLine(line)).join(", "),
  };
}
