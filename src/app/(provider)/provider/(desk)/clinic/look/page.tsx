import type { Metadata } from "next";
import { LookPage } from "@/features/message-look/look-page";

export const metadata: Metadata = { title: "Look and words" };

export default function ClinicLookPage() {
  return <LookPage />;
}
