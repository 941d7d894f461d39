import { startIn } from "@tests/support/start-in";
import type { AccessWorld, Victim } from "./access-world";

export interface ProcedureCase {
  /** Valid inputs that name what is the victim's. The first is also what the rightful person sends. */
  readonly inputs?: (victim: Victim, world: AccessWorld) => readonly unknown[];
  /** Answers everybody of its audience about their own things and takes nothing that names another's. */
  readonly isAboutSelf?: true;
}

const GUESSED_TOKEN = "x".repeat(43);
const GUESSED_ID = "019ac000-0000-7000-8000-000000000000";
const timeZone = "Europe/London";
const patient = { name: "Mallory Example", email: "mallory@example.test" };
const profile = { name: "Dr Mallory", title: "Nobody", bio: "", specialities: [], languages: ["en"], timeZone, portraitSeed: "m" };
const contact = { email: "mallory@example.test", phone: "", notifyByEmail: true, notifyBySms: false };
const service = {
  name: "Other", description: "", durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, slotStepMinutes: 30, minimumNoticeMinutes: 0, cancellationWindowMinutes: 0, rescheduleWindowMinutes: 0,
  horizonDays: 60, dailyCap: null, priceAmount: 1, currency: "EUR", modes: ["ONLINE"], requiresApproval: false, reminders: [],
};
const hours = { open: [{ weekday: 1, startMinute: 0, endMinute: 60 }], breaks: [] };
const day = (days: number) => startIn(days).slice(0, 10);

const days = { from: day(3), to: day(5), timeZone };

const aboutSelf: ProcedureCase = { isAboutSelf: true };
const scoped = (fields: object = {}): ProcedureCase => ({ inputs: ({ providerId }) => [{ providerId, ...fields }] });
const named = (fields: object = {}): ProcedureCase => ({ inputs: ({ reference }) => [{ reference, ...fields }] });
/** Something of the victim's, asked for in their scope and in the caller's own. */
const owned = (key: "exceptionId" | "holidayId" | "serviceId", fields: object = {}): ProcedureCase => ({ inputs: (victim) => [{ providerId: victim.providerId, [key]: victim[key], ...fields }, { [key]: victim[key], ...fields }] });
/** One pixel of PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const ofClinic = (fields: object = {}): ProcedureCase => ({ inputs: ({ organizationId }) => [{ organizationId, ...fields }] });
const conversation = (fields: object = {}): ProcedureCase => ({ inputs: ({ conversationId }) => [{ conversationId, ...fields }] });
const refusal = (fields: object = {}): ProcedureCase => ({ inputs: ({ refusalId }) => [{ refusalId, ...fields }] });
/** A link procedure: a guessed token and, where a reference is taken, another booking's token. */
const linked = (fields?: object): ProcedureCase => ({
  inputs: ({ reference, manageToken }, { otherToken }) => [{ manageToken, ...fields }, { manageToken: GUESSED_TOKEN, ...fields }, ...(fields ? [{ manageToken: otherToken, reference, ...fields }] : [])],
});

/** Every procedure there is. A new one is added here, or the test fails. */
export const PROCEDURE_CASES: Readonly<Record<string, ProcedureCase>> = {
  "adminSync.overview": {},
  "adminSync.health": scoped(),
  "adminSync.reread": scoped(),
  "adminSync.replay": scoped(),
  "adminSync.compare": scoped(),
  "adminSync.mend": scoped(),

  "adminTemplates.choices": {},
  "adminTemplates.preview": { inputs: ({ organizationId }) => [{ organizationId, template: "reminder", language: "en" }] },

  "availability.slots": aboutSelf,
  "availability.explain": { inputs: ({ providerSlug, serviceSlug }) => [{ provider: providerSlug, service: serviceSlug, startsAt: startIn(3) }] },

  "bookings.hold": aboutSelf,
  "bookings.releaseHold": { inputs: ({ holdId }) => [{ holdId, holdToken: GUESSED_TOKEN }] },
  "bookings.confirm": { inputs: ({ holdId }) => [{ holdId, holdToken: GUESSED_TOKEN, patient, timeZone }] },
  "bookings.byLink": linked(),
  "bookings.cancelByLink": linked({}),
  "bookings.rescheduleByLink": linked({ startsAt: startIn(5) }),
  "bookings.confirmAttendanceByLink": linked(),
  "bookings.moveSlotsByLink": { inputs: ({ manageToken }) => [{ manageToken, ...days }, { manageToken: GUESSED_TOKEN, ...days }] },
  "bookings.wishesByLink": linked(),
  "bookings.setWishesByLink": { inputs: ({ manageToken }) => [{ manageToken, reminders: "NONE" }, { manageToken: GUESSED_TOKEN, reminders: "NONE" }] },
  "bookings.mailLineByLink": { inputs: ({ manageToken }) => [{ manageToken, mail: "forged" }, { manageToken: GUESSED_TOKEN, mail: "forged" }] },
  "bookings.endRemindersByLink": { inputs: ({ manageToken }) => [{ manageToken, mail: "forged" }, { manageToken: GUESSED_TOKEN, mail: "forged" }] },
  "bookings.ownWishes": aboutSelf,
  "bookings.setOwnWishes": { ...aboutSelf, inputs: () => [{ reminders: "NONE" }] },
  "bookings.phoneCheckByLink": linked(),
  "bookings.requestPhoneCodeByLink": linked(),
  "bookings.provePhoneByLink": { inputs: ({ manageToken }) => [{ manageToken, code: "000000" }, { manageToken: GUESSED_TOKEN, code: "000000" }] },
  "bookings.moveSlots": named(days),
  "bookings.mine": aboutSelf,
  "bookings.claimMine": aboutSelf,
  "bookings.cancel": named({ reason: "because" }),
  "bookings.reschedule": { inputs: ({ reference }) => [{ reference, startsAt: startIn(5) }, { reference, startsAt: startIn(5), override: { reason: "because" } }] },
  "bookings.list": scoped(),
  "bookings.get": named(),
  "bookings.approve": named(),
  "bookings.decline": named(),
  "bookings.checkIn": named(),
  "bookings.complete": named(),
  "bookings.markNoShow": named(),
  "bookings.bookForCaller": { inputs: ({ providerId, serviceSlug }) => [{ providerId, service: serviceSlug, startsAt: startIn(5), mode: "ONLINE", patient, timeZone }] },

  "calendarEdits.list": scoped(),
  "calendarEdits.answer": { inputs: ({ editId }) => (["accept", "put-back", "read"] as const).map((answer) => ({ editId, answer })) },
  "calendarEdits.answerMany": { inputs: ({ editId }) => (["accept", "put-back"] as const).map((answer) => ({ editIds: [editId], answer })) },
  "calendarEdits.policy": scoped(),
  "calendarEdits.setPolicy": scoped({ answer: "ASK_ME", impossible: "PUSH_BACK", followsLength: false }),
  "calendarOutage.policy": scoped(),
  "calendarOutage.setPolicy": scoped({ answer: "ACCEPT_AS_PENDING", staleMinutes: 60, asksLive: true }),
  "calendarOutage.waiting": scoped(),
  "calendarImport.list": scoped(),
  "calendarImport.stop": scoped(),
  "calendarImport.start": { inputs: ({ calendarId, serviceSlug }) => [{ calendarId, rules: [{ title: "", attendee: "", service: serviceSlug, mode: "ONLINE" }] }] },

  "calendarLinks.list": aboutSelf,
  "calendarLinks.add": { ...aboutSelf, inputs: () => [{ address: "https://calendar.example/a.ics" }] },
  "calendarLinks.remove": { inputs: ({ connectionId }) => [{ connectionId }] },
  "calendarLinks.reread": { inputs: ({ connectionId }) => [{ connectionId }] },

  "visits.byLink": linked(),
  "visits.mine": named(),

  "ownMail.status": aboutSelf,
  "ownMail.turnOn": { inputs: ({ connectionId }) => [{ connectionId }] },
  "ownMail.turnOff": aboutSelf,

  "calendarSync.batch": scoped(),
  "calendarSync.status": scoped(),
  "calendarSync.syncNow": aboutSelf,
  "calendarSync.serviceAccount": aboutSelf,
  "calendarSync.connectByServiceAccount": { inputs: ({ organizationId }) => [{ way: "SHARED", address: "desk@group.calendar.google.com", organizationId }] },
  "calendarSync.disconnect": { inputs: ({ connectionId }) => [{ connectionId }] },
  "calendarSync.setCalendarUse": { inputs: ({ calendarId }) => [{ calendarId, readsBusy: false }] },
  "calendarSync.setBookingCalendar": { inputs: ({ calendarId }) => [{ calendarId }] },
  "calendarSync.setBusyKinds": { inputs: ({ calendarId }) => [{ calendarId, busyKinds: [] }] },

  "clinicCalendars.status": { inputs: ({ organizationId }) => [{ organizationId }] },
  "clinicCalendars.setCalendar": { inputs: ({ clinicCalendarId, locationId }) => [{ calendarId: clinicCalendarId, readsBusy: true, locationId }, { calendarId: clinicCalendarId, readsBusy: false, locationId: null }] },
  "clinicCalendars.compare": { inputs: ({ organizationId }) => [{ organizationId }] },
  "clinicCalendars.reread": { inputs: ({ organizationId }) => [{ organizationId }] },

  "clinics.get": aboutSelf,
  "clinics.anySlots": aboutSelf,
  "clinics.holdAny": aboutSelf,

  "feeds.own": { ...aboutSelf, inputs: () => [{ of: "patient" }] },
  "feeds.renewOwn": { ...aboutSelf, inputs: () => [{ of: "patient", showsNames: false }] },
  "feeds.setTitles": { ...aboutSelf, inputs: () => [{ of: "patient", showsNames: false }] },
  "feeds.revokeOwn": { ...aboutSelf, inputs: () => [{ of: "patient" }] },
  "feeds.byLink": linked(),
  "feeds.renewByLink": linked(),
  "feeds.revokeByLink": linked(),

  "health.details": {},
  "health.integrations": aboutSelf,

  "meetLinks.forBooking": named(),
  "meetLinks.give": named({ url: "https://meet.google.com/abc-defg-hij" }),
  "meetLinks.regenerate": named(),

  "messageLook.clinics": aboutSelf,
  "messageLook.brand": ofClinic(),
  "messageLook.setBrand": ofClinic({ colour: "#112233", replyTo: "", footerLines: [] }),
  "messageLook.setLogo": ofClinic({ base64: PIXEL }),
  "messageLook.removeLogo": ofClinic(),
  "messageLook.wordings": ofClinic(),
  "messageLook.wording": ofClinic({ template: "reminder", language: "en" }),
  "messageLook.setWording": ofClinic({ template: "reminder", language: "en", greeting: "Hi", intro: "", closing: "", sms: "" }),
  "messageLook.preview": ofClinic({ template: "reminder", language: "en" }),

  "messages.conversations": scoped(),
  "messages.conversation": conversation(),
  "messages.log": scoped(),
  "messages.resend": { inputs: ({ messageId }) => [{ messageId, key: "01890000-0000-7000-8000-000000000000" }] },
  "messages.refusals": scoped(),
  "messages.markRefusal": refusal({ isDone: true }),
  "messages.correctAddress": refusal({ email: "other@mail.example" }),
  "messages.liftRefusal": refusal(),
  "messages.unknown": {},
  "messages.unread": aboutSelf,
  "messages.markRead": conversation(),
  "messages.continueBySms": conversation(),
  "messages.sendCard": conversation({ key: "01890000-0000-7000-8000-000000000000" }),
  "messages.reply": conversation({ text: "Hello", key: "01890000-0000-7000-8000-000000000000" }),

  "providers.search": aboutSelf,
  "providers.searchChoices": aboutSelf,
  "providers.get": aboutSelf,

  "providerProfile.setup": aboutSelf,
  "providerProfile.create": { ...aboutSelf, inputs: () => [profile] },
  "providerProfile.publish": aboutSelf,
  "providerProfile.get": scoped(),
  "providerProfile.update": scoped({ profile, contact }),

  "signIn.requestLink": { ...aboutSelf, inputs: () => [{ email: "mallory@example.test", returnTo: "/my/bookings" }] },
  "signIn.requestCode": { ...aboutSelf, inputs: () => [{ phone: "+4915155000001" }] },
  "signIn.redeemCode": { ...aboutSelf, inputs: () => [{ codeId: GUESSED_ID, code: "000000" }] },
  "signIn.ownNumber": aboutSelf,
  "signIn.requestOwnNumberCode": { ...aboutSelf, inputs: () => [{ phone: "+4915155000001" }] },
  "signIn.proveOwnNumber": { ...aboutSelf, inputs: () => [{ codeId: GUESSED_ID, code: "000000" }] },
  "signIn.forgetOwnNumber": aboutSelf,

  "schedule.owners": aboutSelf,
  "schedule.get": scoped(),
  "schedule.range": scoped({ from: day(1), to: day(8) }),
  "schedule.preview": scoped({ service: "consultation", ...hours }),
  "schedule.checkTime": scoped({ service: "consultation", localStart: `${day(5)}T14:00` }),
  "schedule.saveWeeklyHours": scoped({ version: "1", ...hours }),
  "schedule.addException": scoped({ kind: "CLOSED", fromDate: day(5), toDate: day(6) }),
  "schedule.removeException": owned("exceptionId"),
  "schedule.addHoliday": scoped({ onDate: day(5), name: "Mallory's day" }),
  "schedule.removeHoliday": owned("holidayId"),

  "services.list": scoped(),
  "services.create": scoped({ services: [service] }),
  "services.update": owned("serviceId", { service }),
  "services.setActive": owned("serviceId", { isActive: false }),
  "syncDoctor.health": scoped(),
  "syncDoctor.explain": { inputs: ({ providerId, serviceSlug }) => [{ providerId, service: serviceSlug, localStart: `${day(5)}T10:00` }] },
  "syncDoctor.reread": scoped(),
  "syncDoctor.replay": scoped(),
  "syncDoctor.compare": scoped(),
  "syncDoctor.mend": scoped(),

  "services.reorder": { inputs: ({ providerId, serviceId }) => [{ providerId, serviceIds: [serviceId] }] },
};
