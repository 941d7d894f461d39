import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { TemplatesPage } from "@/features/message-look/templates-page";

export const metadata: Metadata = { title: "Message templates" };

export default function AdminTemplatesPage() {
  return (
    <NuqsAdapter>
      <TemplatesPage />
    </NuqsAdapter>
  );
}
