import type { Metadata } from "next";
import { HealthPage } from "@/features/admin/health-page";

export const metadata: Metadata = { title: "Health" };

export default function AdminHealthPage() {
  return <HealthPage />;
}
