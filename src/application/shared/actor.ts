import type { MembershipRole } from "@/generated/prisma/enums";

/** Who acts. Loaded anew for every request, so a changed role is in force at once. */
export type Actor =
  /** Nobody signed in. `id` is a keyed hash of the network address: it limits rates and identifies nobody. */
  | { readonly kind: "guest"; readonly id: string }
  /** The bearer of a manage link: one booking series and nothing else. */
  | { readonly kind: "link"; readonly linkId: string; readonly seriesId: string }
  /** The bearer of a feed's address: reads its appointments and nothing else. */
  | { readonly kind: "feed"; readonly feedId: string }
  /** A person writing from the telephone number of a booking's patient: one booking series and nothing else. */
  | { readonly kind: "texter"; readonly inboundId: string; readonly seriesId: string }
  | {
      readonly kind: "user";
      readonly userId: string;
      readonly email: string;
      readonly name: string | null;
      /** Signed in with a link from a mailbox: a patient whatever else the person is, and nobody who may become more. */
      readonly isByLink?: boolean;
      readonly isAdministrator: boolean;
      readonly providerId: string | null;
      readonly memberships: readonly { readonly organizationId: string; readonly role: MembershipRole }[];
    }
  /** A person at the connected calendar of one provider: what they did there is done here. */
  | { readonly kind: "google"; readonly providerId: string; readonly calendarId: string }
  /** A background job or script. */
  | { readonly kind: "system"; readonly job: string };

export type UserActor = Extract<Actor, { kind: "user" }>;

/** A stable id of the actor for audit rows and idempotency keys. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "guest":
      return actor.id;
    case "link":
      return actor.linkId;
    case "feed":
      return actor.feedId;
    case "texter":
      return actor.inboundId;
    case "user":
      return actor.userId;
    case "google":
      return actor.calendarId;
    case "system":
      return actor.job;
  }
}
