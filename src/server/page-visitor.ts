import { pageContext } from "./page-context";

/** Who looks at the page, as its header shows them; null for guests. */
export async function pageVisitor(): Promise<{ name: string | null; email: string; isStaff: boolean } | null> {
  const { actor } = await pageContext();
  if (actor.kind !== "user") return null;
  return { name: actor.name, email: actor.email, isStaff: actor.providerId !== null || actor.memberships.length > 0 };
}
