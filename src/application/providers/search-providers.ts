import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { matchProviders } from "./match-providers";
import { soonestOf, toNextTimes } from "./next-times";
import { PUBLIC_PROVIDER, toProviderCard } from "./provider-rows";
import type { ProviderPage, SearchProvidersInput } from "./provider-schemas";

interface Ranked {
  readonly id: string;
  /** Epoch ms of the soonest free start; Infinity when there is none. */
  readonly soonest: number;
}

const bySoonest = (a: Ranked, b: Ranked) => (a.soonest === b.soonest ? compareText(a.id, b.id) : a.soonest - b.soonest);
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Active providers that match, the one free soonest first, each with its next three starts (of services in the asked
 * mode). The page after `cursor` begins behind the last one of the page before, whatever was booked meanwhile.
 */
export async function searchProviders(app: AppContext, input: SearchProvidersInput): Promise<ProviderPage> {
  authorize(app.actor, "availability.search");
  const starts = await soonestOf(app, await matchProviders(app, input), input.mode);
  const after = readCursor(input.cursor);
  const ranked = [...starts]
    .map(([id, slots]): Ranked => ({ id, soonest: slots[0]?.startsAt ?? Infinity }))
    .sort(bySoonest)
    .filter((one) => after === null || bySoonest(one, after) > 0);
  const shown = ranked.slice(0, input.limit);
  const rows = await app.db.provider.findMany({ where: { id: { in: shown.map(({ id }) => id) } }, select: PUBLIC_PROVIDER });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const last = shown.at(-1);
  return {
    items: shown.flatMap(({ id }) => {
      const row = rowOf.get(id);
      return row ? [toProviderCard(row, toNextTimes(starts.get(id) ?? [], row.timeZone, input.timeZone))] : [];
    }),
    nextCursor: last && ranked.length > shown.length ? writeCursor(last) : null,
  };
}

const writeCursor = ({ id, soonest }: Ranked) => `${soonest === Infinity ? "never" : soonest}.${id}`;

/** A cursor that is not ours begins at the first page. */
function readCursor(cursor: string | undefined): Ranked | null {
  const match = /^(never|\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor ?? "");
  return match?.[1] && match[2] ? { soonest: match[1] === "never" ? Infinity : Number(match[1]), id: match[2] } : null;
}
