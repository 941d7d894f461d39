/**
 * The `count` starts nearest to `wanted` (all epoch ms), sorted by time; of two equally near the earlier comes first.
 * `slots` must be sorted. `wanted` itself is never among them: it is the time that was just taken.
 */
export function nearestSlots(slots: readonly number[], wanted: number, count: number): number[] {
  let after = slots.findIndex((slot) => slot >= wanted);
  if (after === -1) after = slots.length;
  let before = after - 1;
  if (slots[after] === wanted) after++;
  const nearest: number[] = [];
  while (nearest.length < count && (before >= 0 || after < slots.length)) {
    const earlier = slots[before] ?? -Infinity;
    const later = slots[after] ?? Infinity;
    const takeEarlier = wanted - earlier <= later - wanted;
    nearest.push(takeEarlier ? earlier : later);
    if (takeEarlier) before--;
    else after++;
  }
  return nearest.sort((a, b) => a - b);
}
