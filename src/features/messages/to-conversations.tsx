import { ArrowLeft } from "lucide-react";
import Link from "next/link";

/** The way back to the conversations, above the title of a page beside them. */
export function ToConversations() {
  return (
    <Link href="/provider/messages" className="text-link inline-flex items-center gap-1.5 py-1 text-sm">
      <ArrowLeft aria-hidden="true" className="size-4" />
      Conversations
    </Link>
  );
}
