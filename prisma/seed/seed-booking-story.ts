import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import type { BookingStatus } from "@/application/shared/common-schemas";
import { reminderTemplate } from "@/domain/messages/message-template";
import type { Tx } from "@/platform/db";

const MINUTE_MS = 60_000;

export interface SeededBooking {
  readonly id: string;
  readonly providerId: string;
  /** Who runs the provider's desk. */
  readonly staffUserId: string;
  readonly patientId: string;
  readonly address: string;
  readonly status: BookingStatus;
  /** All epoch ms. */
  readonly createdAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly now: number;
  readonly reminderMinutes: readonly number[];
}

/** What a booking of this age and state would have left behind: who did what, and the letters that arrived. */
export async function seedBookingStory(tx: Tx, booking: SeededBooking): Promise<void> {
  await tx.auditEntry.createMany({ data: auditRows(booking) });
  await tx.message.createMany({ data: messageRows(booking) });
}

function auditRows(booking: SeededBooking): Prisma.AuditEntryCreateManyInput[] {
  const { status, createdAt, startsAt, endsAt } = booking;
  const row = (action: string, at: number, actor: { actorKind: string; actorId: string }) => ({ id: uuidv7(), at: new Date(at), action, subjectKind: "booking", subjectId: booking.id, providerId: booking.providerId, ...actor });
  const patient = { actorKind: "link", actorId: booking.patientId };
  const staff = { actorKind: "user", actorId: booking.staffUserId };
  const rows = [row("booking.confirm", createdAt, { actorKind: "guest", actorId: booking.patientId })];
  if (status === "COMPLETED") rows.push(row("booking.check-in", startsAt - 6 * MINUTE_MS, staff), row("booking.complete", endsAt + 4 * MINUTE_MS, staff));
  if (status === "NO_SHOW") rows.push(row("booking.no-show", startsAt + 20 * MINUTE_MS, staff));
  if (status === "CANCELLED") rows.push(row("booking.cancel", cancelledAt(booking), patient));
  return rows;
}

const cancelledAt = ({ createdAt, startsAt }: SeededBooking): number => createdAt + (startsAt - createdAt) / 2;

function messageRows(booking: SeededBooking): Prisma.MessageCreateManyInput[] {
  const { status, createdAt, startsAt, now, reminderMinutes } = booking;
  const row = (template: string, at: number): Prisma.MessageCreateManyInput => ({
    id: uuidv7(), bookingId: booking.id, providerId: booking.providerId, recipient: "PATIENT", channel: "EMAIL", address: booking.address, template, dedupeKey: `seed:${booking.id}:${template}`,
    state: "DELIVERED", attempts: 1, attemptedAt: new Date(at), createdAt: new Date(at), sentAt: new Date(at + 2_000), deliveredAt: new Date(at + 5_000),
  });
  const rows = [row(status === "PENDING" ? "booking-pending" : "booking-confirmed", createdAt + 1_000)];
  if (status === "CANCELLED") return [...rows, row("booking-cancelled", cancelledAt(booking) + 1_000)];
  const reminded = reminderMinutes.map((minutes) => ({ minutes, at: startsAt - minutes * MINUTE_MS })).filter(({ at }) => status !== "PENDING" && at > createdAt && at < now);
  return [...rows, ...reminded.map(({ minutes, at }) => row(reminderTemplate(minutes), at))];
}
