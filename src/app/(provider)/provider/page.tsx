import { redirect } from "next/navigation";
import { pageCaller, pageContext } from "@/server/page-context";

/** Leads to where the visitor's work is. */
export default async function ProviderStartPage() {
  const { actor } = await pageContext();
  if (actor.kind !== "user") redirect("/sign-in?callbackUrl=/provider");
  if (actor.providerId === null) redirect(actor.memberships.length > 0 ? "/provider/schedule" : "/provider/setup");
  const { provider } = await (await pageCaller()).providerProfile.setup();
  redirect(provider?.status === "DRAFT" ? "/provider/setup" : "/provider/schedule");
}
