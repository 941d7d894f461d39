import type { Brand } from "./brand";
import type { EmailContent } from "./email-content";

/**
 * The template kept at the vendor for a message, and the facts it is filled with: those our own e-mail shows and no others.
 * One in the reader's language ("reminder-de") goes before one in any. Null when there is none.
 */
export function dynamicTemplate(ids: Readonly<Record<string, string>>, template: string, content: EmailContent, { logo, colours }: Brand): { id: string; data: Record<string, unknown> } | null {
  const id = ids[`${template}-${content.language}`] ?? ids[template];
  if (id === undefined) return null;
  const { when, where, button, link, wishes, footer, ...said } = content;
  return {
    id,
    data: {
      ...said,
      when: when && { weekday: when.weekday, day: when.day, month: when.monthYear, date: when.date, time: when.time, until: when.until, zone: when.zone, sentence: when.sentence, notes: when.notes, isOff: when.isOff },
      where, button, link, wishes, footer,
      brand: { logo, colour: colours?.light.primary ?? null },
    },
  };
}
