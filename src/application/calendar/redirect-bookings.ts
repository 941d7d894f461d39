import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { Tx } from "@/platform/db";
import { assertCanReceive, receiveBookingsIn } from "./set-booking-calendar";

interface EndingAccount {
  readonly id: string;
  readonly providerId: string | null;
  readonly calendars: readonly { readonly id: string; readonly externalId: string; readonly receivesBookings: boolean }[];
}

/** An event to be taken out of Google, in Google's own ids. */
export interface LeavingEvent {
  readonly calendarId: string;
  readonly eventId: string;
}

/** Throws STATUS_CONFLICT when bookings go to this account and could go elsewhere: the person has to say what they want. */
export async function assertBookingsHaveAPlace(tx: Tx, { id, providerId, calendars }: EndingAccount): Promise<void> {
  if (providerId === null || !calendars.some((calendar) => calendar.receivesBookings)) return;
  const others = await tx.calendar.count({ where: { providerId, canWrite: true, goneAt: null, connection: { status: "ACTIVE", id: { not: id } } } });
  if (others > 0) throw new AppError("STATUS_CONFLICT", { message: "Bookings go to this account. Say first where they go from now on: to another calendar, or nowhere until you choose one." });
}

/**
 * Before an account ends: lets another calendar receive bookings (null: none) and answers the events that then have to leave
 * this account, those left over from earlier moves included.
 */
export async function redirectBookings(app: AppContext, tx: Tx, { id, providerId, calendars }: EndingAccount, moveBookingsTo: string | null): Promise<LeavingEvent[]> {
  const externalIds = new Map(calendars.map((calendar) => [calendar.id, calendar.externalId]));
  const named = (rows: readonly { calendarId: string | null; eventId: string }[]): LeavingEvent[] =>
    rows.flatMap(({ calendarId, eventId }) => {
      const externalId = calendarId === null ? undefined : externalIds.get(calendarId);
      return externalId === undefined ? [] : [{ calendarId: externalId, eventId }];
    });
  const ours = { calendarId: { in: [...externalIds.keys()] } };
  const leftovers = named(await tx.calendarEventLeftover.findMany({ where: ours, select: { calendarId: true, eventId: true } }));
  await tx.calendarEventLeftover.deleteMany({ where: ours });
  if (moveBookingsTo === null || providerId === null) return leftovers;

  const owner = await assertCanReceive(app, tx, moveBookingsTo);
  const target = await tx.calendar.findUniqueOrThrow({ where: { id: moveBookingsTo }, select: { connectionId: true } });
  if (owner !== providerId || target.connectionId === id) throw new AppError("STATUS_CONFLICT", { message: "Choose a calendar of another of your accounts." });
  await receiveBookingsIn(tx, providerId, moveBookingsTo);
  const standing = await tx.calendarEventLink.findMany({ where: { ...ours, state: { not: "REMOVED" }, booking: { endsAt: { gt: new Date(app.clock.now()) } } }, select: { calendarId: true, eventId: true } });
  return [...leftovers, ...named(standing)];
}
