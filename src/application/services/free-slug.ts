/** `wanted`, or `wanted-2`, `wanted-3` … whichever `taken` does not hold. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count += 1) {
    const slug = `${wanted}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}
