import { authorize, type Action } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { sqlOf } from "@/application/shared/sql";
import { normalizeReference } from "@/domain/booking/booking-reference";
import { decideTransition, type BookingCommand, type BookingState } from "@/domain/booking/booking-state-machine";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { lockBookingRecord, roleOf, subjectOf, type BookingRecord } from "./booking-record";

export interface Step {
  readonly booking: BookingRecord;
  readonly role: ReturnType<typeof roleOf>;
  readonly to: BookingState;
}

/** What would bring a request back to life that ran out and only waits for the sweep. */
const KEEPS_ALIVE: ReadonlySet<BookingCommand> = new Set(["approve", "reschedule"]);

const hasRunOut = ({ status, pendingExpiresAt }: BookingRecord, now: number) => status === "PENDING" && pendingExpiresAt !== null && pendingExpiresAt <= now;

/** Locks the current booking of a reference and answers whether the actor may take it a step on. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT. */
export async function beginStep(app: AppContext, tx: Tx, reference: string, action: Action, command: BookingCommand): Promise<Step> {
  const booking = await lockBookingRecord(sqlOf(tx), { reference: normalizeReference(reference) });
  authorize(app.actor, action, subjectOf(booking));
  const role = roleOf(app.actor, booking);
  const verdict = decideTransition(command, booking.status, role);
  if (!verdict.ok) throw new AppError(verdict.reason);
  if (KEEPS_ALIVE.has(command) && hasRunOut(booking, app.clock.now())) throw new AppError("STATUS_CONFLICT", { message: "This request was not answered in time and has run out. Nothing was changed." });
  return { booking, role, to: verdict.to };
}

/** Writes the step and returns the booking as it is now. */
export async function writeStep(tx: Tx, { booking, to }: Step, data: Pick<Prisma.BookingUncheckedUpdateInput, "cancelledBy" | "cancellationNote" | "sequence"> = {}): Promise<BookingRecord> {
  const written = await tx.booking.update({
    where: { id: booking.id },
    data: { ...data, status: to, version: { increment: 1 }, pendingExpiresAt: null },
    select: { version: true, sequence: true },
  });
  return { ...booking, ...written, status: to, pendingExpiresAt: null };
}

/** The audit fact of a step: statuses only. */
export const stepFact = (action: string, before: BookingRecord, after: BookingRecord) => ({
  action,
  subjectKind: "booking",
  subjectId: after.id,
  providerId: after.providerId,
  before: { status: before.status },
  after: { status: after.status },
});
