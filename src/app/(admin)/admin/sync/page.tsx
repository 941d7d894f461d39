import type { Metadata } from "next";
import { AdminSyncPage } from "@/features/sync-doctor/admin-sync-page";

export const metadata: Metadata = { title: "Calendar sync" };

export default function AdminCalendarSyncPage() {
  return <AdminSyncPage />;
}
