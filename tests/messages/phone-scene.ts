import { announce } from "@/application/messages/announce";
import { sendMessage } from "@/application/messages/send-message";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { findLinkActor } from "@/application/booking/manage-link";
import { holdSlot } from "@/application/booking/hold-slot";
import { greetPhone } from "@/application/phones/greet-phone";
import { sendPhoneCode } from "@/application/phones/send-phone-code";
import type { Channel } from "@/application/shared/common-schemas";
import type { Actor } from "@/application/shared/actor";
import type { Ports } from "@/application/shared/ports";
import type { BuiltProvider } from "@tests/support/builders/build-provider";
import { holdRequest, SYSTEM } from "@tests/support/booking-requests";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";

export interface Wish {
  readonly startsAt: string;
  readonly actor: Actor;
  readonly phone: string;
  readonly email?: string;
  readonly name?: string;
  readonly channels?: Channel[];
}

/** Six digits at the beginning of a text. */
export const codeIn = (text: string | undefined) => /^(\d{6}) /.exec(text ?? "")?.[1] ?? "";

/** Any other six digits. */
export const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, "0");

/** Codes within an hour for one place, as an installation has it by default. */
export const MOST_CODES = 10;

/** People who book with numbers, and the worker that does what follows. */
export function phoneScene(database: TestDatabase, { ports, now, smsCountries }: { ports: Partial<Ports>; now: () => number; smsCountries?: ReadonlySet<string> }) {
  const { db } = database;
  const numbers = new Set<string>();
  const as = (actor: Actor) => testContext(database, { actor, now, ports, publicOrigin: "https://clinic.example", guestLimits: { codes: MOST_CODES }, ...(smsCountries && { smsCountries }) });
  const system = as(SYSTEM);

  /** Everything that waits for the patients here, as the worker would do it at this moment, and what follows from that. */
  async function work() {
    const isTheirs = { OR: [{ address: { in: [...numbers] } }, { booking: { patient: { phone: { in: [...numbers] } } } }] };
    for (const { id } of await db.phoneCode.findMany({ where: { outcome: null, phone: { in: [...numbers] } }, orderBy: { id: "asc" } })) await sendPhoneCode(system, { codeId: id });
    for (;;) {
      const queued = await db.message.findMany({ where: { state: "QUEUED", recipient: "PATIENT", ...isTheirs }, orderBy: { id: "asc" } });
      if (queued.length === 0) return;
      for (const { id } of queued) await sendMessage(system, { messageId: id });
    }
  }

  async function book(built: BuiltProvider, { startsAt, actor, phone, email, name = "Ada Example", channels = ["EMAIL", "SMS"] }: Wish) {
    const app = as(actor);
    numbers.add(phone);
    const hold = await holdSlot(app, holdRequest(built, startsAt, "IN_PERSON"));
    const confirmation = await confirmBooking(app, { holdId: hold.holdId, holdToken: hold.holdToken, patient: { name, phone, ...(email && { email }) }, timeZone: "Europe/London", channels });
    const { id, seriesId, version } = await db.booking.findUniqueOrThrow({ where: { id: hold.holdId } });
    const link = await findLinkActor(app, confirmation.manageToken);
    if (link === null) throw new Error("the link does not work");
    return { confirmation, seriesId, id, byLink: as(link), tell: () => announce(system, { bookingId: id, version, change: "confirmed" }) };
  }

  return { as, system, work, book, about: (phone: string) => void numbers.add(phone), greet: (seriesId: string) => greetPhone(system, { seriesId }) };
}
