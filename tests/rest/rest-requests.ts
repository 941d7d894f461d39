import type { BuiltProvider } from "@tests/support/builders/build-provider";
import { callAnswer, type RestRequest } from "@tests/support/rest-client";
import { startIn } from "@tests/support/start-in";
import { endpoints } from "@/server/rest/endpoints";

export const holdBody = (built: BuiltProvider, startsAt = startIn(3)) => ({ provider: built.providerSlug, service: built.serviceSlug, startsAt, mode: "ONLINE" });

export const hold = (built: BuiltProvider, startsAt?: string) => callAnswer(endpoints.holdSlot, "/holds", { method: "POST", body: holdBody(built, startsAt) });

/** Whoever at a clinic is free. */
export const anyHoldBody = (organization: string, startsAt = startIn(3)) => ({ organization, service: "consultation", startsAt, mode: "ONLINE" });

export const bookingBody = ({ holdId, holdToken }: { holdId: string; holdToken: string }) => ({
  holdId, holdToken, patient: { name: "Ada Example", email: "ada@example.test" }, reason: "A rash on my arm", timeZone: "Europe/London",
});

export async function book(built: BuiltProvider, startsAt?: string, request: Partial<RestRequest> = {}) {
  return callAnswer(endpoints.createBooking, "/bookings", { method: "POST", body: bookingBody(await hold(built, startsAt)), ...request });
}
