import { z } from "zod";
import { SlotsView } from "@/application/availability/availability-schemas";
import { approveBooking } from "@/application/booking/approve-booking";
import { bookForCaller } from "@/application/booking/book-for-caller";
import {
  ApproveBookingInput, BookForCallerInput, BookingConfirmation, BookingRefInput, BookingView, CancelBookingInput, CancelByLinkInput, ConfirmBookingInput, DeclineBookingInput, FindMoveSlotsByLinkInput, FindMoveSlotsInput,
  HoldView, ListBookingsInput, OwnBookingsView, ReleaseHoldInput, RepeatableHoldInput, RescheduleBookingInput, RescheduleByLinkInput, StaffBookingDetails, StaffBookingPage, StaffBookingView,
} from "@/application/booking/booking-schemas";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { checkInBooking } from "@/application/booking/check-in-booking";
import { claimGuestBookings } from "@/application/booking/claim-guest-bookings";
import { completeBooking } from "@/application/booking/complete-booking";
import { confirmAttendance } from "@/application/booking/confirm-attendance";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { declineBooking } from "@/application/booking/decline-booking";
import { findMoveSlots } from "@/application/booking/find-move-slots";
import { getBooking } from "@/application/booking/get-booking";
import { getBookingByLink, referenceOfLink } from "@/application/booking/get-booking-by-link";
import { holdSlot } from "@/application/booking/hold-slot";
import { listBookings } from "@/application/booking/list-bookings";
import { listOwnBookings } from "@/application/booking/list-own-bookings";
import { markNoShow } from "@/application/booking/mark-no-show";
import { releaseHold } from "@/application/booking/release-hold";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { keepBehindDoor } from "@/application/visits/keep-behind-door";
import { endReminders, getMailLine } from "@/application/messages/end-reminders";
import { getMessageWishes, setMessageWishes } from "@/application/messages/message-wishes";
import { getOwnWishes, setOwnWishes } from "@/application/messages/own-wishes";
import { ChangedWishes, EndedReminders, MailLineView, MailProof, MessageWishesView } from "@/application/messages/wish-schemas";
import { getPhoneCheck, provePhone, requestPhoneCode } from "@/application/phones/phone-check";
import { CodeInput, PhoneCheckView } from "@/application/phones/phone-schemas";
import { actorId } from "@/application/shared/actor";
import { hotOutput } from "@/server/hot-output";
import type { AppContext } from "@/application/shared/context";
import { linkProcedure, publicProcedure, router, signedInProcedure, staffProcedure } from "../init";

/** `linkProcedure` reads the token; each strict input of its own has to know the field too. */
const manageToken = z.string().max(200);

/** What a patient's page gets of a booking. */
const forBrowser = async <View extends BookingView>(app: AppContext, booking: Promise<View>): Promise<View> => keepBehindDoor(await booking, app.clock.now());

export const bookingsRouter = router({
  hold: publicProcedure.input(RepeatableHoldInput).output(HoldView).mutation(({ ctx, input }) => holdSlot(ctx.app, input)),
  releaseHold: publicProcedure.input(ReleaseHoldInput).output(z.object({ released: z.boolean() })).mutation(({ ctx, input }) => releaseHold(ctx.app, input)),
  confirm: publicProcedure.input(ConfirmBookingInput).output(BookingConfirmation).mutation(({ ctx, input }) => forBrowser(ctx.app, confirmBooking(ctx.app, input))),

  byLink: linkProcedure.output(BookingView).query(({ ctx }) => forBrowser(ctx.app, getBookingByLink(ctx.app))),
  cancelByLink: linkProcedure
    .input(CancelByLinkInput.extend({ manageToken }))
    .output(BookingView)
    .mutation(async ({ ctx, input }) => forBrowser(ctx.app, cancelBooking(ctx.app, { reference: await referenceOfLink(ctx.app, input.reference), reason: input.reason }))),
  rescheduleByLink: linkProcedure
    .input(RescheduleByLinkInput.extend({ manageToken }))
    .output(BookingView)
    .mutation(async ({ ctx, input }) => forBrowser(ctx.app, rescheduleBooking(ctx.app, { reference: await referenceOfLink(ctx.app, input.reference), startsAt: input.startsAt }))),

  confirmAttendanceByLink: linkProcedure.output(BookingView).mutation(async ({ ctx }) => forBrowser(ctx.app, confirmAttendance(ctx.app, { reference: await referenceOfLink(ctx.app, undefined) }))),
  moveSlotsByLink: linkProcedure
    .input(FindMoveSlotsByLinkInput)
    .output(hotOutput(SlotsView))
    .query(async ({ ctx, input: { from, to, timeZone } }) => findMoveSlots(ctx.app, { reference: await referenceOfLink(ctx.app, undefined), from, to, timeZone })),

  mine: signedInProcedure.output(OwnBookingsView).query(async ({ ctx }) => {
    const { upcoming, past } = await listOwnBookings(ctx.app);
    const now = ctx.app.clock.now();
    return { upcoming: upcoming.map((booking) => keepBehindDoor(booking, now)), past: past.map((booking) => keepBehindDoor(booking, now)) };
  }),
  wishesByLink: linkProcedure.output(MessageWishesView).query(({ ctx }) => getMessageWishes(ctx.app)),
  setWishesByLink: linkProcedure
    .input(ChangedWishes.extend({ manageToken }))
    .output(MessageWishesView)
    .mutation(({ ctx, input }) => setMessageWishes(ctx.app, { reminders: input.reminders, language: input.language }, actorId(ctx.visitor))),
  mailLineByLink: linkProcedure.input(z.strictObject({ mail: MailProof, manageToken })).output(MailLineView).query(({ ctx, input }) => getMailLine(ctx.app, input.mail)),
  endRemindersByLink: linkProcedure.input(z.strictObject({ mail: MailProof, manageToken })).output(EndedReminders).mutation(({ ctx, input }) => endReminders(ctx.app, input.mail)),
  ownWishes: signedInProcedure.output(MessageWishesView).query(({ ctx }) => getOwnWishes(ctx.app)),
  setOwnWishes: signedInProcedure.input(ChangedWishes).output(MessageWishesView).mutation(({ ctx, input }) => setOwnWishes(ctx.app, input)),

  phoneCheckByLink: linkProcedure.output(PhoneCheckView).query(({ ctx }) => getPhoneCheck(ctx.app)),
  requestPhoneCodeByLink: linkProcedure.output(PhoneCheckView).mutation(({ ctx }) => requestPhoneCode(ctx.app, actorId(ctx.visitor))),
  provePhoneByLink: linkProcedure.input(z.strictObject({ code: CodeInput, manageToken })).output(PhoneCheckView).mutation(({ ctx, input: { code } }) => provePhone(ctx.app, { code })),

  claimMine: signedInProcedure.output(z.object({ claimed: z.int() })).mutation(({ ctx }) => claimGuestBookings(ctx.app)),

  // Patients act on their own bookings, the clinic on its own: the verb knows which.
  cancel: signedInProcedure.input(CancelBookingInput).output(BookingView).mutation(({ ctx, input }) => forBrowser(ctx.app, cancelBooking(ctx.app, input))),
  moveSlots: signedInProcedure.input(FindMoveSlotsInput).output(hotOutput(SlotsView)).query(({ ctx, input }) => findMoveSlots(ctx.app, input)),
  reschedule: signedInProcedure.input(RescheduleBookingInput).output(BookingView).mutation(({ ctx, input }) => forBrowser(ctx.app, rescheduleBooking(ctx.app, input))),

  list: staffProcedure.input(ListBookingsInput).output(StaffBookingPage).query(({ ctx, input }) => listBookings(ctx.app, input)),
  get: staffProcedure.input(BookingRefInput).output(StaffBookingDetails).query(({ ctx, input }) => getBooking(ctx.app, input)),
  approve: staffProcedure.input(ApproveBookingInput).output(StaffBookingView).mutation(({ ctx, input }) => approveBooking(ctx.app, input)),
  decline: staffProcedure.input(DeclineBookingInput).output(StaffBookingView).mutation(({ ctx, input }) => declineBooking(ctx.app, input)),
  checkIn: staffProcedure.input(BookingRefInput).output(StaffBookingView).mutation(({ ctx, input }) => checkInBooking(ctx.app, input)),
  complete: staffProcedure.input(BookingRefInput).output(StaffBookingView).mutation(({ ctx, input }) => completeBooking(ctx.app, input)),
  markNoShow: staffProcedure.input(BookingRefInput).output(StaffBookingView).mutation(({ ctx, input }) => markNoShow(ctx.app, input)),
  bookForCaller: staffProcedure.input(BookForCallerInput).output(StaffBookingView).mutation(({ ctx, input }) => bookForCaller(ctx.app, input)),
});
