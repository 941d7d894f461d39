import type { Language } from "../../language";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import type { NoticeWords } from "./notice-words";
import { pt } from "./pt";

const NOTICES: Readonly<Record<Language, NoticeWords>> = { en, de, es, fr, pt };

/** Every notice in a language. */
export const noticesIn = (language: Language): NoticeWords => NOTICES[language];
