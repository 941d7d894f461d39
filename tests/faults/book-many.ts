import { findSlots } from "@/application/availability/find-slots";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { holdSlot } from "@/application/booking/hold-slot";
import type { Container } from "@/server/container";
import { proveNumber } from "@tests/support/builders/prove-number";
import type { BuiltProvider } from "@tests/support/builders/build-provider";

const DAY_MS = 86_400_000;
const civil = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10);

export interface MadeBooking {
  readonly reference: string;
  readonly email: string;
  readonly phone: string;
}

/** Books the first `count` free starts of a provider, each for another guest, by e-mail, SMS and WhatsApp. */
export async function bookMany(container: Container, provider: BuiltProvider, count: number, guestOffset: number): Promise<MadeBooking[]> {
  const now = container.clock.now();
  const app = container.contextFor({ kind: "guest", id: "fault-test" }, "fault-test");
  // From the day after tomorrow on, so that no reminder is due meanwhile.
  const { slots } = await findSlots(app, { provider: provider.providerSlug, service: provider.serviceSlug, from: civil(now + 2 * DAY_MS), to: civil(now + 30 * DAY_MS), timeZone: "Europe/Berlin" });
  const made: MadeBooking[] = [];
  for (const [index, slot] of slots.slice(0, count).entries()) {
    const guest = guestOffset + index;
    const email = `guest-${guest}@mail.example`;
    const phone = `+4915155${String(500_000 + guest)}`;
    const hold = await holdSlot(app, { provider: provider.providerSlug, service: provider.serviceSlug, startsAt: slot.startsAt, mode: "ONLINE" });
    await proveNumber(container.db, { seriesId: hold.holdId, phone });
    const { reference } = await confirmBooking(app, { holdId: hold.holdId, holdToken: hold.holdToken, patient: { name: `Guest ${guest}`, email, phone }, timeZone: "Europe/Berlin", channels: ["EMAIL", "SMS", "WHATSAPP"] });
    made.push({ reference, email, phone });
  }
  if (made.length < count) throw new Error(`only ${made.length} of ${count} times were free`);
  return made;
}
