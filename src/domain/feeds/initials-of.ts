/** The initials of a name's first and last word, such as "S. R."; null when it holds no letter. Combining marks stay with their letter. */
export function initialsOf(name: string): string | null {
  const words = name.normalize("NFC").split(/\s+/u).map((word) => /\p{L}\p{M}*/u.exec(word)?.[0]).filter((initial) => initial !== undefined);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.length === 0 ? null : ends.map((initial) => `${initial?.toLocaleUpperCase("en")}.`).join(" ");
}
