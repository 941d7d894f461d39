const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** "de" is "German". Rendered on the server only, so that every browser shows the same words. */
export const languageName = (tag: string): string => names.of(tag) ?? tag;

export const languageList = (tags: readonly string[]): string => tags.map(languageName).join(", ");
