import type { Metadata } from "next";
import { UnknownTextsPage } from "@/features/admin/unknown-texts-page";

export const metadata: Metadata = { title: "Unknown numbers" };

export default function AdminUnknownTextsPage() {
  return <UnknownTextsPage />;
}
