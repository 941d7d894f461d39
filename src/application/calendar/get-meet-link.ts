import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { BookingStatus, VisitMode } from "@/application/shared/common-schemas";
import type { MeetLinkInput, MeetLinkView } from "./calendar-schemas";

/** Only while the visit stands does its link lead anywhere. */
const WITH_LINK: ReadonlySet<BookingStatus> = new Set(["CONFIRMED", "CHECKED_IN"]);

/** The Meet link of a visit, with the reason where there is none: for its provider and clinic. */
export async function getMeetLinkForBooking(app: AppContext, input: MeetLinkInput): Promise<MeetLinkView> {
  return viewMeetLink(app, await findVisitOfStaff(app, input, "booking.list"));
}

/** The current booking of a reference, when the actor may do `action` with its provider's calendar. Throws NOT_FOUND, NOT_ALLOWED. */
export async function findVisitOfStaff(app: AppContext, { reference }: MeetLinkInput, action: "booking.list" | "calendar.sync") {
  const booking = await app.db.booking.findFirst({
    where: { reference, status: { not: "RESCHEDULED" } },
    select: { id: true, seriesId: true, providerId: true, status: true, mode: true, version: true, provider: { select: { organizationId: true } } },
  });
  if (booking === null) throw new AppError("NOT_FOUND");
  authorize(app.actor, action, { providerId: booking.providerId, organizationId: booking.provider.organizationId });
  return booking;
}

export async function viewMeetLink(app: AppContext, booking: { seriesId: string; mode: VisitMode; status: BookingStatus }): Promise<MeetLinkView> {
  if (booking.mode !== "ONLINE" || !WITH_LINK.has(booking.status)) return { status: "none", url: null, problem: null };
  const link = await app.db.meetLink.findUnique({ where: { seriesId: booking.seriesId } });
  if (link === null) return { status: "none", url: null, problem: null };
  const status = ({ PENDING: "pending", READY: "ready", FAILED: "failed" } as const)[link.state];
  return { status, url: status === "ready" ? link.url : null, problem: link.lastError };
}
