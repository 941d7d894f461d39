import { findSoonest, type Place, type Soonest } from "@/application/openings/find-soonest";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { matchProviders } from "./match-providers";
import { shownOpenings, toNextTimes } from "./next-times";
import type { ProviderCard, ProviderPage, SearchProvidersInput } from "./provider-schemas";

type Listed = Omit<ProviderCard, "nextAvailable" | "nextSlots">;

/**
 * Active providers that match, the one free soonest first, each with its next three starts (of services in the asked
 * mode). The page after `cursor` begins behind the last one of the page before, whatever was booked meanwhile.
 */
export async function searchProviders(app: AppContext, input: SearchProvidersInput): Promise<ProviderPage> {
  authorize(app.actor, "availability.search");
  if (input.timeZone !== undefined) assertTimeZone(input.timeZone);
  const { page, hasMore } = await findSoonest<Listed>(app, { scope: input.mode ?? "ANY", matching: matchProviders(input), limit: input.limit, after: readCursor(input.cursor) });
  const now = app.clock.now();
  const last = page.at(-1);
  return { items: page.map((found) => toCard(found, now, input.timeZone)), nextCursor: last && hasMore ? writeCursor(last) : null };
}

function toCard({ card, openings }: Soonest<Listed>, now: number, timeZone: string | undefined): ProviderCard {
  const nextSlots = toNextTimes(shownOpenings(openings, now), card.timeZone, timeZone);
  return { ...card, nextAvailable: nextSlots[0]?.startsAt ?? null, nextSlots };
}

const writeCursor = ({ id, soonest }: Place) => `${soonest === Infinity ? "never" : soonest}.${id}`;

/** A cursor that is not ours begins at the first page. */
function readCursor(cursor: string | undefined): Place | null {
  const match = /^(never|\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? "");
  return match?.[1] && match[2] ? { soonest: match[1] === "never" ? Infinity : Number(match[1]), id: match[2] } : null;
}
