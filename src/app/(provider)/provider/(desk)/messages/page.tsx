import type { Metadata } from "next";
import { MessagesPage } from "@/features/messages/messages-page";

export const metadata: Metadata = { title: "Messages" };

export default function ProviderMessagesPage() {
  return <MessagesPage />;
}
