import { sameText } from "@/application/shared/same-text";
import type { Db } from "@/platform/db";

export type IdentityVerdict = "welcome" | "unverified" | "second-identity";

/**
 * Whether an identity at an issuer may sign in. Its address must be verified there. A known identity signs in; an unknown
 * one becomes a new user, or that of a user with the same address who has no identity at this issuer yet (invited, or entered
 * by the clinic). It never becomes a second identity of somebody: an address can be given to another person, a
 * subject cannot. https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload
 */
export async function judgeIdentity(db: Db, { provider, providerAccountId }: { readonly provider: string; readonly providerAccountId: string }, profile: unknown): Promise<IdentityVerdict> {
  const email = verifiedEmail(profile);
  if (email === null) return "unverified";
  const known = await db.account.findUnique({ where: { provider_providerAccountId: { provider, providerAccountId } }, select: { id: true } });
  if (known !== null) return "welcome";
  const others = await db.account.count({ where: { provider, user: { email: sameText(email) } } });
  return others === 0 ? "welcome" : "second-identity";
}

/** Nothing but `true` itself is a verified address. */
function verifiedEmail(profile: unknown): string | null {
  if (typeof profile !== "object" || profile === null || !("email_verified" in profile) || profile.email_verified !== true) return null;
  return "email" in profile && typeof profile.email === "string" && profile.email !== "" ? profile.email : null;
}
