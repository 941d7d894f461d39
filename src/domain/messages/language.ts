/** The languages in which messages are written. */
export const LANGUAGES = ["en", "de", "es", "fr", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

const known = new Set<string>(LANGUAGES);
const isLanguage = (tag: string): tag is Language => known.has(tag);

/** The nearest language we write for a BCP 47 tag such as "de-AT"; English when it is none of ours or absent. */
export function readLanguage(tag: string | null | undefined): Language {
  const base = (tag ?? "").trim().toLowerCase().split(/[-_]/)[0] ?? "";
  return isLanguage(base) ? base : "en";
}

/** The locale whose dates and times its readers expect. */
export const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE", es: "es-ES", fr: "fr-FR", pt: "pt-PT" };
