import { randomBytes } from "node:crypto";
import type { AppContext } from "@/application/shared/context";
import { AppError, IntegrationError } from "@/application/shared/errors";
import { bookingReference } from "@/domain/booking/booking-reference";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { ServiceAccountOutcome } from "./calendar-schemas";

const LASTS_MS = 60 * MINUTE_MS;
/** Google's clock and ours need not agree. */
const SPARE_MS = 5 * MINUTE_MS;

/**
 * Whether its owner writes into a shared calendar: null once an event with the title we made up for them stands there, else
 * what to do. That a calendar is shared with the service account says nothing of who asks, and readers cannot write.
 */
export async function proveControl(app: AppContext, { ownerId, address, accessToken }: { ownerId: string; address: string; accessToken: string }): Promise<ServiceAccountOutcome | null> {
  const { calendar } = app.ports;
  if (calendar === null) throw new AppError("INTEGRATION_OFF");
  const now = app.clock.now();
  const place = { ownerId, address };
  const known = await app.db.calendarProof.findUnique({ where: { ownerId_address: place } });
  if (known !== null && known.createdAt.getTime() > now - LASTS_MS) {
    const answer = await holds(() => calendar.holdsOwnEvent(accessToken, address, { title: known.title, writtenSince: known.createdAt.getTime() - SPARE_MS }));
    if (answer === "yes") return null;
    return { isConnected: false, sentence: answer === "no" ? "The event is not there yet. Write it into this very calendar, with exactly this title, and check again." : "Google could not be reached, so nothing was connected. Try again in a moment.", proof: known.title };
  }
  const fresh = { title: `MedBookings ${bookingReference(randomBytes(16))}`, createdAt: new Date(now) };
  await app.db.calendarProof.upsert({ where: { ownerId_address: place }, create: { ...place, ...fresh }, update: fresh });
  return { isConnected: false, sentence: "Google lets us in. To show that the calendar is yours, write an event into it with this title, on any day, and check again. Afterwards you can delete it.", proof: fresh.title };
}

async function holds(look: () => Promise<boolean>): Promise<"yes" | "no" | "not-answered"> {
  try {
    return (await look()) ? "yes" : "no";
  } catch (error) {
    if (error instanceof IntegrationError) return "not-answered";
    throw error;
  }
}
