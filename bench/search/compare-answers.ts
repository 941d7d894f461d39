import { nextSlots } from "@/application/availability/next-slots";
import { SearchProvidersInput } from "@/application/providers/provider-schemas";
import { searchProviders } from "@/application/providers/search-providers";
import type { AppContext } from "@/application/shared/context";

/** Leafs through the whole search and asks the engine about everybody. Returns how many were compared and how many differ. */
export async function compareAnswers(app: AppContext, providerIds: readonly string[]): Promise<{ compared: number; different: number }> {
  const shown: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await searchProviders(app, SearchProvidersInput.parse({ limit: 50, cursor }));
    shown.push(...items.map(({ slug, nextSlots: next }) => JSON.stringify([slug, next.map(({ service, startsAt }) => [service, startsAt])])));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  const found = await nextSlots(app, { providerIds, count: 3 });
  const { rows } = await app.pool.query<{ id: string; slug: string }>("SELECT id, slug FROM provider");
  const ranked = rows.map(({ id, slug }) => ({ id, slug, next: found.get(id) ?? [] }));
  ranked.sort((a, b) => (a.next[0]?.startsAt ?? Infinity) - (b.next[0]?.startsAt ?? Infinity) || (a.id < b.id ? -1 : 1));
  const expected = ranked.map(({ slug, next }) => JSON.stringify([slug, next.map(({ service, startsAt }) => [service, new Date(startsAt).toISOString()])]));
  return { compared: expected.length, different: expected.filter((one, index) => one !== shown[index]).length + Math.max(0, shown.length - expected.length) };
}
