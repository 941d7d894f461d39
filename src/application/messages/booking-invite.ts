import { manageUrlOf } from "@/application/booking/manage-link";
import type { AppContext } from "@/application/shared/context";
import { authorize } from "@/application/shared/authorize";
import { AppError } from "@/application/shared/errors";
import { appointmentInvite } from "@/domain/messages/invite";
import { loadAppointment } from "./load-appointment";

/** The calendar file of a booking series for "add to calendar": the same entry that the e-mails carry. Throws NOT_FOUND. */
export async function bookingInvite(app: AppContext, { seriesId }: { seriesId: string }): Promise<{ fileName: string; ics: string }> {
  const booking = await app.db.booking.findFirst({
    where: { seriesId, status: { not: "RESCHEDULED" } },
    select: { id: true, providerId: true, provider: { select: { organizationId: true } }, patient: { select: { userId: true } } },
  });
  authorize(app.actor, "booking.view", { seriesId, providerId: booking?.providerId, organizationId: booking?.provider.organizationId, patientUserId: booking?.patient?.userId });
  const appointment = booking && (await loadAppointment(app.db, booking.id));
  if (appointment === null) throw new AppError("NOT_FOUND");
  return { fileName: "appointment.ics", ics: appointmentInvite(appointment.facts, "PUBLISH", await manageUrlOf(app, seriesId), app.clock.now()) };
}
