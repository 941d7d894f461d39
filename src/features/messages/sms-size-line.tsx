import { smsSize } from "@/domain/messages/sms-segments";

/** What a text costs: how many SMS it takes, what still fits, and which characters make it dear. */
export function SmsSizeLine({ text }: { text: string }) {
  const { segments, alphabet, left, unusual } = smsSize(text);
  return (
    <>
      <span className="tabular-nums">
        {segments} SMS, {left === 1 ? "1 character" : `${left} characters`} left ({alphabet}).
      </span>
      {unusual.length > 0 && ` ${unusual.slice(0, 3).map((character) => `“${character}”`).join(" ")} ${unusual.length === 1 ? "is" : "are"} not in the plain SMS alphabet, so only ${segments === 1 ? 70 : 67} fit into one.`}
    </>
  );
}
