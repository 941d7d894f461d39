const NOT_FOR_ONE_LINE = /[\p{Cc}\u2028\u2029\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/gu;

/** One harmless line of text: no control characters, line breaks or direction overrides; at most `maximum` characters. */
export function oneLine(text: string, maximum = 120): string {
  const line = text.replace(NOT_FOR_ONE_LINE, " ").replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= maximum ? line : `${characters.slice(0, maximum - 1).join("").trimEnd()}…`;
}

/**
 * A name somebody typed about themselves, safe to send to another person: a mail program must not turn part of it into
 * a link, or a stranger's inbox becomes an advertisement.
 */
export function personName(text: string): string {
  return oneLine(text.replace(/:\/\//g, " ").replace(/\.(?=\p{L}{2,})/gu, ". "), 80);
}
