import type { Actor } from "./actor";
import { AppError } from "./errors";

/** Whose thing is touched. Absent parts match nobody. */
export interface Subject {
  readonly providerId?: string | null;
  readonly organizationId?: string | null;
  readonly seriesId?: string | null;
  /** The signed-in user the patient record belongs to. */
  readonly patientUserId?: string | null;
}

type Rule = (actor: Actor, subject: Subject) => boolean;

const anyone: Rule = () => true;
const system: Rule = (actor) => actor.kind === "system";
const theirCalendar: Rule = (actor, subject) => actor.kind === "google" && subject.providerId != null && actor.providerId === subject.providerId;
const administrator: Rule = (actor) => actor.kind === "user" && actor.isAdministrator;
const signedIn: Rule = (actor) => actor.kind === "user";
const linkBearer: Rule = (actor, subject) => actor.kind === "link" && actor.seriesId === subject.seriesId;
const feedBearer: Rule = (actor) => actor.kind === "feed";
const texter: Rule = (actor, subject) => actor.kind === "texter" && actor.seriesId === subject.seriesId;
const patientSelf: Rule = (actor, subject) => actor.kind === "user" && subject.patientUserId != null && actor.userId === subject.patientUserId;
const theProvider: Rule = (actor, subject) => actor.kind === "user" && subject.providerId != null && actor.providerId === subject.providerId;
const clinicStaff: Rule = (actor, subject) => actor.kind === "user" && subject.organizationId != null && actor.memberships.some((membership) => membership.organizationId === subject.organizationId);
const clinicManager: Rule = (actor, subject) =>
  actor.kind === "user" && subject.organizationId != null && actor.memberships.some((membership) => membership.organizationId === subject.organizationId && membership.role !== "FRONT_DESK");
const either =
  (...rules: Rule[]): Rule =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject));

const patientSide = either(linkBearer, patientSelf);
const staffSide = either(theProvider, clinicStaff);

/** Who may do what: the whole of it, in one place. */
const RULES = {
  "availability.search": anyone,
  "booking.hold": anyone,
  "booking.confirm": anyone,
  "booking.view": either(patientSide, staffSide),
  "booking.read-reason": theProvider,
  "booking.cancel": either(patientSide, texter, staffSide, theirCalendar, system),
  "booking.confirm-attendance": either(patientSide, texter, staffSide),
  "booking.reschedule": either(patientSide, staffSide, theirCalendar, system),
  "booking.reinstate": either(staffSide, theirCalendar),
  "booking.approve": staffSide,
  "booking.decline": staffSide,
  "booking.check-in": staffSide,
  "booking.complete": staffSide,
  "booking.no-show": staffSide,
  "booking.override": staffSide,
  "booking.list": staffSide,
  "booking.list-own": signedIn,
  "booking.expire": system,
  "booking.settle-wait": system,
  "stale.forget": system,
  "schedule.view": staffSide,
  "schedule.edit": either(theProvider, clinicManager),
  "service.edit": either(theProvider, clinicManager),
  "provider.edit": either(theProvider, clinicManager),
  // A schedule with patients in it needs more than a mailbox.
  "provider.create": (actor) => actor.kind === "user" && actor.isByLink !== true,
  // With `organizationId` only what is the clinic's own; a provider's account is nobody else's business.
  "calendar.connect": either(theProvider, clinicManager),
  "calendar.view": either(staffSide, administrator),
  "calendar.sync": either(theProvider, clinicManager, administrator, system),
  "feed.manage": either(theProvider, patientSide),
  "feed.read": feedBearer,
  "calendar-outage.view": staffSide,
  "calendar-outage.set-policy": either(theProvider, clinicManager),
  "calendar-edit.view": staffSide,
  "calendar-edit.decide": staffSide,
  "calendar-edit.settle": system,
  "calendar-edit.set-policy": either(theProvider, clinicManager),
  // Whoever holds the unguessable address, for the hour it lives: a carrier fetches without saying who it is.
  "contact-card.read": anyone,
  "sign-in.request": anyone,
  "sign-in.send": system,
  "phone.prove": linkBearer,
  "phone.prove-own": signedIn,
  "message.choose": linkBearer,
  "message.choose-own": signedIn,
  "message.send": system,
  "message.read": staffSide,
  "message.style": clinicManager,
  "message.preview": either(clinicManager, administrator),
  "message.reply": staffSide,
  "message.read-unknown": administrator,
  "health.view": administrator,
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;

/** True when `actor` may do `action` to `subject`. */
export const can = (actor: Actor, action: Action, subject: Subject = {}): boolean => RULES[action](actor, subject);

/** Throws NOT_AUTHENTICATED for guests and NOT_ALLOWED for everyone else who may not. */
export function authorize(actor: Actor, action: Action, subject: Subject = {}): void {
  if (can(actor, action, subject)) return;
  throw new AppError(actor.kind === "guest" ? "NOT_AUTHENTICATED" : "NOT_ALLOWED");
}
