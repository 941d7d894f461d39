import type { ConversationDetails } from "@/application/messages/conversation-schemas";
import { formatLocal } from "@/domain/time/format-time";

const WHERE = { "booking-form": "on the booking form", desk: "at the desk", import: "in a visit taken over", "start-text": "by texting START" } as const;

/** Where and since when the person agreed to these texts. */
export function ConsentLine({ consents }: { consents: ConversationDetails["consents"] }) {
  if (consents.length === 0) return null;
  return (
    <p className="text-sm text-muted">
      Agreed to texts{" "}
      {consents.map(({ source, localAt }, index) => (
        <span key={source}>
          {index > 0 && ", "}
          {WHERE[source]} on <time dateTime={localAt}>{formatLocal(localAt).dayMonthShort}</time>
        </span>
      ))}
    </p>
  );
}
