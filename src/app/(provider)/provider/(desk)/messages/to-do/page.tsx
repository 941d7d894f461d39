import type { Metadata } from "next";
import { MailTasksPage } from "@/features/messages/mail-tasks-page";

export const metadata: Metadata = { title: "Addresses to ask for" };

export default function ProviderMailTasksPage() {
  return <MailTasksPage />;
}
