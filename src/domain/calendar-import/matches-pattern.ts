/** Whether a text contains what a person wrote down: capitals do not matter, `*` stands for anything between. An empty pattern fits all. */
export function matchesPattern(text: string, pattern: string): boolean {
  const within = text.toLowerCase();
  let from = 0;
  for (const part of pattern.toLowerCase().split("*")) {
    const at = within.indexOf(part.trim(), from);
    if (at < 0) return false;
    from = at + part.trim().length;
  }
  return true;
}
