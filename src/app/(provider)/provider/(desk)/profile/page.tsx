import type { Metadata } from "next";
import { listTimeZones } from "@/domain/time/time-zone";
import { ProfilePage } from "@/features/profile/profile-page";

export const metadata: Metadata = { title: "Profile" };

const ZONES = listTimeZones().filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"));

export default function ProviderProfilePage() {
  return <ProfilePage zones={ZONES} />;
}
