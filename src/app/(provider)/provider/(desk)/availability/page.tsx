import type { Metadata } from "next";
import { AvailabilityPage } from "@/features/availability-editor/availability-page";
import { pageContext } from "@/server/page-context";

export const metadata: Metadata = { title: "Availability" };

export default async function ProviderAvailabilityPage() {
  const { actor } = await pageContext();
  return <AvailabilityPage isManager={actor.kind === "user" && actor.memberships.some(({ role }) => role !== "FRONT_DESK")} />;
}
