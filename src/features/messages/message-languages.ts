import type { Language } from "@/domain/messages/language";

/** The languages in which we write, by their own names. */
export const MESSAGE_LANGUAGES: readonly (readonly [Language, string])[] = [["en", "English"], ["de", "Deutsch"], ["es", "Español"], ["fr", "Français"], ["pt", "Português"]];
