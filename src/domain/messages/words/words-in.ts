import type { Language } from "../language";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import type { MessageWords } from "./message-words";
import { pt } from "./pt";

const WORDS: Readonly<Record<Language, MessageWords>> = { en, de, es, fr, pt };

/** Everything messages say in a language. */
export const wordsIn = (language: Language): MessageWords => WORDS[language];
