import { uuidv7 } from "uuidv7";
import type { Actor } from "@/application/shared/actor";
import { holdSlot } from "@/application/booking/hold-slot";
import { getContainer } from "@/server/container";
import { bookVisit, deskActor, GUEST, holdRequest, personActor, providerActor } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { startIn } from "@tests/support/start-in";

/** Everything of one tenant that a stranger might name. */
export interface Victim extends BuiltProvider {
  readonly reference: string;
  readonly manageToken: string;
  readonly holdId: string;
  readonly exceptionId: string;
  readonly holidayId: string;
  readonly editId: string;
  readonly connectionId: string;
  readonly calendarId: string;
  /** Of the clinic's own account. */
  readonly clinicCalendarId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly refusalId: string;
}

export type ActorKind = "guest" | "link of another series" | "patient" | "other provider" | "front desk elsewhere" | "administrator";

export interface AccessWorld {
  readonly victim: Victim;
  /** A valid manage token of a booking elsewhere. */
  readonly otherToken: string;
  readonly strangers: Readonly<Record<ActorKind, Actor>>;
  /** The victim, who owns their clinic. */
  readonly owner: Actor;
  readonly administrator: Actor;
}

const asGuest = () => getContainer().contextFor(GUEST, "build");
const administrator: Actor = { kind: "user", userId: uuidv7(), email: "admin@example.test", name: "Admin", isAdministrator: true, providerId: null, memberships: [] };

async function buildVictim(): Promise<Victim> {
  const { db } = getContainer();
  const built = await buildProvider(db);
  const { reference, manageToken } = await bookVisit(asGuest(), built, startIn(3));
  const { holdId } = await holdSlot(asGuest(), holdRequest(built, startIn(4)));
  const onDate = new Date(startIn(20).slice(0, 10));
  const exception = await db.availabilityException.create({ data: { id: uuidv7(), providerId: built.providerId, kind: "CLOSED", fromDate: onDate, toDate: onDate, label: "Leave" } });
  const holiday = await db.holiday.create({ data: { id: uuidv7(), organizationId: built.organizationId, onDate, name: "Founders' day" } });
  const conversation = await db.conversation.create({ data: { id: uuidv7(), providerId: built.providerId, channel: "SMS", ourNumber: "+15005550006", address: "+4915112345678", unread: 1, lastAt: new Date(), lastInboundAt: new Date() } });
  const message = await db.message.create({ data: { id: uuidv7(), providerId: built.providerId, recipient: "PATIENT", channel: "SMS", address: "+4915112345678", template: "staff-reply", dedupeKey: `access:${conversation.id}`, state: "QUEUED" } });
  const visitor = await db.patient.findFirstOrThrow({ where: { providerId: built.providerId, email: { not: null } } });
  const refusal = await db.mailRefusal.create({ data: { id: uuidv7(), providerId: built.providerId, address: visitor.email ?? "", reason: "bounced", messageId: message.id, at: new Date() } });
  const { id: bookingId, seriesId, startsAt: fromStartsAt, endsAt: fromEndsAt, version: bookingVersion } = await db.booking.findFirstOrThrow({ where: { reference } });
  const moved = { kind: "MOVE", state: "ASKED", toStartsAt: new Date(startIn(5)), toEndsAt: new Date(Date.parse(startIn(5)) + 1_800_000), seenAt: new Date(), applyAt: new Date() } as const;
  const edit = await db.calendarEdit.create({ data: { id: uuidv7(), providerId: built.providerId, seriesId, bookingId, bookingVersion, fromStartsAt, fromEndsAt, ...moved } });
  const { calendarId: clinicCalendarId } = await buildCalendarConnection(db, { organizationId: built.organizationId });
  return { ...built, clinicCalendarId, editId: edit.id, conversationId: conversation.id, messageId: message.id, refusalId: refusal.id, ...(await buildCalendarConnection(db, built.providerId)), reference, manageToken, holdId, exceptionId: exception.id, holidayId: holiday.id };
}

/** A victim, and everybody who has no business with them. */
export async function buildAccessWorld(): Promise<AccessWorld> {
  const victim = await buildVictim();
  const other = await buildProvider(getContainer().db);
  const elsewhere = await bookVisit(asGuest(), other, startIn(3));
  const { seriesId } = await getContainer().db.booking.findFirstOrThrow({ where: { reference: elsewhere.reference }, select: { seriesId: true } });
  return {
    victim,
    otherToken: elsewhere.manageToken,
    strangers: {
      "guest": GUEST,
      "link of another series": { kind: "link", linkId: uuidv7(), seriesId },
      "patient": personActor(uuidv7()),
      "other provider": providerActor(other),
      "front desk elsewhere": deskActor(other, uuidv7()),
      administrator,
    },
    owner: { kind: "user", userId: victim.userId, email: "owner@example.test", name: "Dr Test", isAdministrator: false, providerId: victim.providerId, memberships: [{ organizationId: victim.organizationId, role: "OWNER" }] },
    administrator,
  };
}
