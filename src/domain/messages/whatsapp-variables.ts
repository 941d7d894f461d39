import type { TextParts } from "./words/message-words";

/** The variables of an approved WhatsApp template: 1 who, 2 when with the zone in words, 3 one link. */
export const whatsappVariables = (parts: TextParts): Record<string, string> => ({ "1": parts.who, "2": parts.when, "3": parts.link });
