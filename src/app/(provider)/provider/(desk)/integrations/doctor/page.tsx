import type { Metadata } from "next";
import { SyncDoctorPage } from "@/features/sync-doctor/sync-doctor-page";

export const metadata: Metadata = { title: "Sync health" };

export default function ProviderSyncDoctorPage() {
  return <SyncDoctorPage />;
}
