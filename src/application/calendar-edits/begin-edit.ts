import { lockBookingRecord, type BookingRecord } from "@/application/booking/booking-record";
import { sqlOf } from "@/application/shared/sql";
import { lockProvider } from "@/application/shared/transaction";
import { wantedBy, type EditPolicy } from "@/domain/calendar-sync/settle-edit";
import type { EventSpan } from "@/domain/calendar-sync/event-span";
import type { CalendarEdit } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { readEdit } from "./edit-rows";

export interface BegunEdit {
  readonly edit: CalendarEdit;
  /** The current booking of the series. */
  readonly booking: BookingRecord;
  /** The booking is still the one whose event was edited. */
  readonly isCurrent: boolean;
}

/** Locks the provider, the edit and its booking, in that order; null when there is no such edit (any more). */
export async function beginEdit(tx: Tx, editId: string): Promise<BegunEdit | null> {
  const known = await tx.calendarEdit.findUnique({ where: { id: editId }, select: { providerId: true } });
  if (known === null) return null;
  await lockProvider(tx, known.providerId);
  await tx.$queryRaw`SELECT id FROM calendar_edit WHERE id = ${editId}::uuid FOR UPDATE`;
  const edit = await tx.calendarEdit.findUnique({ where: { id: editId } });
  if (edit === null) return null;
  const booking = await lockBookingRecord(sqlOf(tx), { seriesId: edit.seriesId });
  return { edit, booking, isCurrent: booking.id === edit.bookingId && booking.version === edit.bookingVersion };
}

/** The time a visit would have after an edit; null when the edit names none. */
export function wantedOf({ edit, booking }: BegunEdit, policy: Pick<EditPolicy, "followsLength">): EventSpan | null {
  return wantedBy(readEdit(edit), booking, policy);
}
