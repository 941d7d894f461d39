import * as z from "zod";
import { DaysShape, withinDays } from "@/application/availability/availability-schemas";
import { RefusedMail } from "@/application/mail-refusals/mail-refusal-schemas";
import { CalendarEditView } from "@/application/calendar-edits/calendar-edit-schemas";
import { MessageStepView } from "@/application/messages/message-step-schemas";
import { BookingStatusSchema, ChannelSchema, InstantSchema, OptionalPhoneShape, PhoneShape, PriceSchema, SlugSchema, TimeZoneSchema, VisitModeSchema, lineOfText } from "@/application/shared/common-schemas";

const TokenSchema = z.string({ error: "must be a token" }).min(20, { error: "must be a token" }).max(200, { error: "must be a token" });

export const HoldSlotInput = z.strictObject({
  provider: SlugSchema,
  service: SlugSchema,
  startsAt: InstantSchema,
  mode: VisitModeSchema,
});
export type HoldSlotInput = z.infer<typeof HoldSlotInput>;

/** For callers whose answer may get lost: the hold is made under their own token, and whoever asks again with it is given the hold it made. */
export const HeardTwiceShape = {
  /** 32 random bytes in base64url. */
  holdToken: z.string({ error: "must be 43 characters of base64url" }).regex(/^[\w-]{43}$/, { error: "must be 43 characters of base64url" }).optional(),
  /** An earlier asking with this token was not heard to the end. */
  isAgain: z.boolean().optional(),
};
export const RepeatableHoldInput = HoldSlotInput.extend(HeardTwiceShape);
export type RepeatableHoldInput = z.infer<typeof RepeatableHoldInput>;

export const HoldView = z.object({
  holdId: z.uuid(),
  holdToken: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  expiresAt: z.string(),
  /** A calendar does not answer just now: what is confirmed becomes a request that is confirmed by itself once it does. */
  awaitsCalendar: z.boolean(),
});
export type HoldView = z.infer<typeof HoldView>;

export const ReleaseHoldInput = z.strictObject({ holdId: z.uuid({ error: "must be the hold's id" }), holdToken: TokenSchema });
export type ReleaseHoldInput = z.infer<typeof ReleaseHoldInput>;

export const PatientInput = z
  .strictObject({
    name: lineOfText(200),
    email: z.preprocess((value) => (value === "" ? undefined : value), z.email({ error: "must be an e-mail address" }).trim().toLowerCase().max(254, { error: "must have at most 254 characters" }).optional()),
    /** National or international; parsed with the location's country. */
    phone: z.preprocess((value) => (value === "" ? undefined : value), z.string({ error: "must be a telephone number" }).trim().max(40, { error: "must be a telephone number" }).optional()),
  })
  .refine((patient) => patient.email !== undefined || patient.phone !== undefined, { path: ["email"], error: "an e-mail address or a telephone number is needed" });

export const ConfirmBookingInput = z.strictObject({
  holdId: z.uuid({ error: "must be the hold's id" }),
  holdToken: TokenSchema,
  patient: PatientInput,
  reason: z.string({ error: "must be text" }).trim().max(2000, { error: "must have at most 2000 characters" }).optional(),
  /** The zone in which the patient reads times. */
  timeZone: TimeZoneSchema,
  /** How the patient wants to hear of the booking; by default e-mail and SMS where they gave them. */
  channels: z.array(ChannelSchema).max(3, { error: "must name each channel at most once" }).optional(),
  /** The language the patient reads, a BCP 47 tag such as "de-AT": texts are answered in it where we write it, else in English. */
  language: z.string().trim().max(35, { error: "must be a language tag" }).optional(),
});
export type ConfirmBookingInput = z.infer<typeof ConfirmBookingInput>;

export const MeetView = z.object({
  /** "none" for visits that are not online. */
  status: z.enum(["none", "pending", "ready", "failed"]),
  url: z.string().nullable(),
});

/** A booking as its patient may see it. Never the reason for the visit. */
export const BookingView = z.object({
  reference: z.string(),
  status: BookingStatusSchema,
  /** On a request: it is confirmed by itself once the provider's calendar answers, or something takes the time there and the provider decides. */
  calendarWait: z.enum(["waiting", "clash"]).nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** The patient's zone, and the schedule's. */
  timeZone: z.string(),
  providerTimeZone: z.string(),
  /** Local wall-clock starts, "YYYY-MM-DDTHH:mm". */
  localStart: z.string(),
  providerLocalStart: z.string(),
  mode: VisitModeSchema,
  provider: z.object({ slug: z.string(), name: z.string(), title: z.string(), portraitSeed: z.string(), ...OptionalPhoneShape }),
  service: z.object({ slug: z.string(), name: z.string(), durationMinutes: z.int(), price: PriceSchema }),
  location: z.object({ name: z.string(), addressLine: z.string(), city: z.string(), postalCode: z.string(), country: z.string(), ...PhoneShape }).nullable(),
  patientName: z.string(),
  meet: MeetView,
  /** What the bearer may do now, with the sentence that explains a refusal. */
  cancellation: z.object({ isAllowed: z.boolean(), until: z.string(), sentence: z.string() }),
  rescheduling: z.object({ isAllowed: z.boolean(), until: z.string(), sentence: z.string() }),
  channels: z.array(ChannelSchema),
  /** The patient has said that they will come. */
  willCome: z.boolean(),
});
export type BookingView = z.infer<typeof BookingView>;

/** The answer to a confirmation: the only time the manage token is handed out. */
export const BookingConfirmation = BookingView.extend({ manageUrl: z.string(), manageToken: z.string() });
export type BookingConfirmation = z.infer<typeof BookingConfirmation>;

export const CancelBookingInput = z.strictObject({
  reference: z.string().max(20),
  /** A note for the clinic; staff must give one when they break a policy. */
  reason: z.string().trim().max(500, { error: "must have at most 500 characters" }).optional(),
});
export type CancelBookingInput = z.infer<typeof CancelBookingInput>;

export const RescheduleBookingInput = z.strictObject({
  reference: z.string().max(20),
  startsAt: InstantSchema,
  /** Staff only: break a policy or overbook, with a reason. */
  override: z.strictObject({ reason: lineOfText(300) }).optional(),
});
export type RescheduleBookingInput = z.infer<typeof RescheduleBookingInput>;

export const FindMoveSlotsInput = withinDays(z.strictObject({ reference: z.string().max(20), ...DaysShape }));
export type FindMoveSlotsInput = z.infer<typeof FindMoveSlotsInput>;

/** The same for the bearer of a manage link, which names the booking. */
export const FindMoveSlotsByLinkInput = withinDays(z.strictObject({ manageToken: z.string().max(200), ...DaysShape }));

/** A booking as the clinic sees it. */
export const StaffBookingView = BookingView.extend({
  id: z.uuid(),
  providerId: z.uuid(),
  source: z.string(),
  isOverbook: z.boolean(),
  overrideReason: z.string().nullable(),
  /** What was noted when it was cancelled or declined. */
  ending: z.object({ by: z.enum(["patient", "clinic"]), note: z.string() }).nullable(),
  patient: z.object({ name: z.string(), email: z.string().nullable(), ...OptionalPhoneShape }).nullable(),
  /** Only the provider gets it; null for everyone else. */
  reason: z.string().nullable(),
  sync: z.object({ state: z.enum(["none", "pending", "synced", "failed", "removed"]), sentence: z.string(), /** Somebody declined the event in Google. */ isDeclined: z.boolean() }),
  version: z.int(),
  /** When the patient said that they will come. */
  attendanceConfirmedAt: z.string().nullable(),
  createdAt: z.string(),
  /** What the viewer may do next. */
  actions: z.array(z.enum(["approve", "decline", "cancel", "reschedule", "check-in", "complete", "no-show"])),
});
export type StaffBookingView = z.infer<typeof StaffBookingView>;

export const BookingTimelineEntry = z.object({ at: z.string(), /** On the provider's clock, "YYYY-MM-DDTHH:mm". */ localAt: z.string(), kind: z.enum(["booking", "calendar", "message"]), sentence: z.string(),
  /** What happened to a message, one after another. */
  steps: z.array(MessageStepView).optional(),
  /** From where an e-mail came, when that is particular. */
  origin: z.string().nullish(),
  /** Why it did not arrive, or waits. */
  failure: z.string().nullable().optional(),
});

export const StaffBookingDetails = StaffBookingView.extend({
  timeline: z.array(BookingTimelineEntry),
  /** What was changed about its event in Google: what waits, is asked about, or was put back lately. */
  edit: CalendarEditView.nullable(),
  /** Set when nothing is sent to the patient's e-mail address. */
  refusedMail: RefusedMail.nullable(),
});
export type StaffBookingDetails = z.infer<typeof StaffBookingDetails>;

export const ListBookingsInput = z.strictObject({
  /** Absent: the viewer's own provider, or all providers of the viewer's organization for staff. */
  providerId: z.uuid().optional(),
  from: InstantSchema.optional(),
  to: InstantSchema.optional(),
  statuses: z.array(BookingStatusSchema).max(10).optional(),
  query: z.string().trim().max(100).optional(),
  limit: z.int().min(1).max(100).default(50),
  cursor: z.uuid().optional(),
});
export type ListBookingsInput = z.infer<typeof ListBookingsInput>;

export const BookForCallerInput = z.strictObject({
  providerId: z.uuid(),
  service: SlugSchema,
  startsAt: InstantSchema,
  mode: VisitModeSchema,
  patient: PatientInput,
  reason: z.string().trim().max(2000).optional(),
  timeZone: TimeZoneSchema,
  channels: z.array(ChannelSchema).max(3).optional(),
  /** The caller said that this number may be texted about their visits. Without it the number is asked by one text first. */
  agreedToTexts: z.boolean().optional(),
  override: z.strictObject({ reason: lineOfText(300) }).optional(),
});
export type BookForCallerInput = z.infer<typeof BookForCallerInput>;

/** A booking by its reference, as people type it. */
export const BookingRefInput = z.strictObject({ reference: z.string({ error: "must be a booking reference" }).trim().min(1, { error: "must be a booking reference" }).max(20, { error: "must be a booking reference" }) });
export type BookingRefInput = z.infer<typeof BookingRefInput>;

/** A reason is needed while a calendar does not answer, or shows something at the time. */
export const ApproveBookingInput = BookingRefInput.extend({ reason: lineOfText(300).optional() });
export type ApproveBookingInput = z.infer<typeof ApproveBookingInput>;

export const DeclineBookingInput = BookingRefInput.extend({ reason: z.string().trim().max(500, { error: "must have at most 500 characters" }).optional() });
export type DeclineBookingInput = z.infer<typeof DeclineBookingInput>;

/** The same as for signed-in people, for the bearer of a manage link: the link names the booking. */
export const CancelByLinkInput = CancelBookingInput.partial({ reference: true });
export type CancelByLinkInput = z.infer<typeof CancelByLinkInput>;

export const RescheduleByLinkInput = RescheduleBookingInput.omit({ override: true }).partial({ reference: true });
export type RescheduleByLinkInput = z.infer<typeof RescheduleByLinkInput>;

/** A patient's own booking, with the address under which they manage it while its link is valid. */
export const OwnBookingView = BookingView.extend({ manageUrl: z.string().nullable() });
export type OwnBookingView = z.infer<typeof OwnBookingView>;

export const OwnBookingsView = z.object({ upcoming: z.array(OwnBookingView), past: z.array(OwnBookingView) });
export type OwnBookingsView = z.infer<typeof OwnBookingsView>;

export const StaffBookingPage = z.object({ items: z.array(StaffBookingView), nextCursor: z.uuid().nullable() });
export type StaffBookingPage = z.infer<typeof StaffBookingPage>;
