import { confirmBooking } from "@/application/booking/confirm-booking";
import type { BookingConfirmation, HoldSlotInput, HoldView } from "@/application/booking/booking-schemas";
import { holdSlot } from "@/application/booking/hold-slot";
import type { Actor } from "@/application/shared/actor";
import type { AppContext } from "@/application/shared/context";
import type { BuiltProvider } from "./builders/build-provider";

export const GUEST: Actor = { kind: "guest", id: "guest-1" };
export const SYSTEM: Actor = { kind: "system", job: "test" };

/** The signed-in provider of a tenant. */
export const providerActor = (built: BuiltProvider): Actor => ({ kind: "user", userId: built.userId, email: "provider@example.test", name: "Dr Test", isAdministrator: false, providerId: built.providerId, memberships: [] });

/** A signed-in person who works for nobody. */
export const personActor = (userId: string, email = "person@example.test"): Actor => ({ kind: "user", userId, email, name: null, isAdministrator: false, providerId: null, memberships: [] });

/** A member of the tenant's organization. */
export const deskActor = (built: BuiltProvider, userId: string): Actor => ({
  kind: "user", userId, email: "desk@example.test", name: "Desk", isAdministrator: false, providerId: null, memberships: [{ organizationId: built.organizationId, role: "FRONT_DESK" }],
});

export const holdRequest = (built: BuiltProvider, startsAt: string, mode: HoldSlotInput["mode"] = "ONLINE"): HoldSlotInput => ({ provider: built.providerSlug, service: built.serviceSlug, startsAt, mode });

export const confirmRequest = (hold: Pick<HoldView, "holdId" | "holdToken">) => ({
  holdId: hold.holdId,
  holdToken: hold.holdToken,
  patient: { name: "Ada Example", email: "ada@example.test", phone: "+44 20 7946 0123" },
  reason: "A rash on my arm",
  timeZone: "Europe/London",
});

/** Holds and confirms as a patient does. */
export async function bookVisit(app: AppContext, built: BuiltProvider, startsAt: string): Promise<BookingConfirmation> {
  return confirmBooking(app, confirmRequest(await holdSlot(app, holdRequest(built, startsAt))));
}
