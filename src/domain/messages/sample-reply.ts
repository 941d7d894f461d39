import type { AppointmentFacts, MessageLinks } from "./appointment-facts";
import type { Language } from "./language";
import { replyText, shortMoment, type ReplyKind } from "./reply-words";

const DAY_MS = 86_400_000;

/** An automatic answer about an invented appointment. */
export function sampleReply(kind: ReplyKind, language: Language, { provider, patient, clinic, startsAt }: AppointmentFacts, links: MessageLinks): string {
  const at = (instant: number) => shortMoment(instant, patient.timeZone, language);
  return replyText(kind, language, {
    who: provider.name,
    when: at(startsAt),
    link: kind === "move-link" ? links.shortUrl : links.bookUrl,
    clinic: clinic.name,
    phone: clinic.phone ?? "",
    until: at(startsAt - DAY_MS),
    list: `1 ${at(startsAt)}, ${provider.name}\n2 ${at(startsAt + DAY_MS)}, ${provider.name}`,
  });
}
