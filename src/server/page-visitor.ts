import { redirect } from "next/navigation";
import { pageContext } from "./page-context";

export interface PageVisitor {
  readonly name: string | null;
  readonly email: string;
  readonly isStaff: boolean;
}

/** Who looks at the page, as its header shows them; null for guests. */
export async function pageVisitor(): Promise<PageVisitor | null> {
  const { actor } = await pageContext();
  if (actor.kind !== "user") return null;
  return { name: actor.name, email: actor.email, isStaff: actor.providerId !== null || actor.memberships.length > 0 };
}

/** The same for a patient's own pages: guests are led to sign in and back. */
export async function signedInVisitor(): Promise<PageVisitor> {
  return (await pageVisitor()) ?? redirect("/sign-in?callbackUrl=/my/bookings");
}
