import type { Metadata } from "next";
import { SentMessagesPage } from "@/features/messages/sent-messages-page";

export const metadata: Metadata = { title: "Sent messages" };

export default function ProviderSentMessagesPage() {
  return <SentMessagesPage />;
}
