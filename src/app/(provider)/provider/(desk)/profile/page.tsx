import type { Metadata } from "next";
import { ProfilePage } from "@/features/profile/profile-page";
import { schedulableZones } from "@/server/schedulable-zones";

export const metadata: Metadata = { title: "Profile" };

export default function ProviderProfilePage() {
  return <ProfilePage zones={schedulableZones()} />;
}
