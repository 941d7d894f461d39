import type { ConversationSummary } from "@/application/messages/conversation-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { cn } from "@/ui/class-names";
import { CHANNEL_NAMES, conversationName } from "./conversation-name";

type ConversationListProps = { conversations: readonly ConversationSummary[]; openId: string | null; showsProvider: boolean; onOpen: (id: string) => void };

/** Conversations, the latest first; those with unread texts stand out. */
export function ConversationList({ conversations, openId, showsProvider, onOpen }: ConversationListProps) {
  return (
    <ul tabIndex={0} aria-label="Conversations, latest first" className="-m-1 grid min-h-0 content-start gap-1 overflow-y-auto p-1">
      {conversations.map((conversation) => (
        <li key={conversation.id}>
          <button
            type="button"
            aria-current={conversation.id === openId ? "true" : undefined}
            onClick={() => onOpen(conversation.id)}
            className={cn("grid w-full gap-0.5 rounded-lg border px-3 py-2.5 text-left transition-colors", conversation.id === openId ? "border-primary bg-primary-soft" : "border-line bg-raised hover:border-control")}
          >
            <Line conversation={conversation} showsProvider={showsProvider} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Line({ conversation, showsProvider }: { conversation: ConversationSummary; showsProvider: boolean }) {
  const { unread, preview, channel, providerName } = conversation;
  const { dayMonthShort, time } = formatLocal(conversation.localLastAt);
  return (
    <>
      <span className="flex items-baseline justify-between gap-2">
        <span className={cn("truncate", unread > 0 ? "font-semibold" : "font-medium")}>{conversationName(conversation)}</span>
        <time dateTime={conversation.lastAt} className="shrink-0 text-xs text-muted tabular-nums">
          {dayMonthShort}, {time}
        </time>
      </span>
      <span className="flex items-center justify-between gap-2">
        <span className={cn("truncate text-sm", unread > 0 ? "text-ink" : "text-muted")}>{preview || "No text yet"}</span>
        {unread > 0 && (
          <span className="shrink-0 rounded-full bg-primary px-1.5 text-xs leading-5 font-semibold text-on-primary tabular-nums">
            {unread}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </span>
      <span className="truncate text-xs text-muted">
        {CHANNEL_NAMES[channel]}
        {showsProvider && ` · ${providerName}`}
      </span>
    </>
  );
}
