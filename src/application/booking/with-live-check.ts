import { askCalendars, type AskedCalendar, type CalendarAnswer } from "@/application/calendar-outage/ask-calendars";
import { noteBusy } from "@/application/calendar-outage/note-busy";
import type { Readings } from "@/application/calendar-outage/readings";
import { getOffer } from "@/application/availability/offered-service";
import type { AppContext } from "@/application/shared/context";
import { readSql, type Sql } from "@/application/shared/sql";
import type { Interval } from "@/domain/time/interval";
import { assessStart, refusalOf } from "./assess-start";

/** A start that may be booked as far as we know, and the calendars to ask whether they know better. */
interface LiveQuestion {
  readonly providerId: string;
  readonly service: string;
  /** Epoch ms. */
  readonly startsAt: number;
  /** Buffers included. */
  readonly span: Interval;
  readonly seriesId: string;
  /** The hold that is given up when the time is taken. */
  readonly holdId: string;
  readonly calendars: readonly AskedCalendar[];
}

/** Leaves a transaction before it writes, so that nobody is asked inside it. */
class LiveCheckWanted extends Error {
  override readonly name = "LiveCheckWanted";
  constructor(readonly question: LiveQuestion) {
    super("calendars are to be asked");
  }
}

/**
 * Runs a confirmation. Where its provider wants that, Google is asked once in between, outside every transaction and a few times a minute at most, and the
 * confirmation runs again with the answers. Throws SLOT_TAKEN with alternatives when something takes the time.
 */
export async function withLiveCheck<T>(app: AppContext, confirm: (app: AppContext) => Promise<T>): Promise<T> {
  if (app.sql || app.calendarAnswers) return confirm(app);
  try {
    return await confirm({ ...app, calendarAnswers: "may-ask" });
  } catch (error) {
    if (!(error instanceof LiveCheckWanted)) throw error;
    const { question } = error;
    // Past the provider's share of a minute the policy decides by what was read.
    const mayLook = (await app.ports.googleQuota?.mayLook(question.providerId)) ?? true;
    const answers = mayLook ? await askCalendars(app, question.calendars, question.span) : new Map<string, CalendarAnswer>();
    if ([...answers.values()].some(({ live }) => live === "busy")) throw await refuseBusy(app, question, answers);
    return confirm({ ...app, calendarAnswers: new Map([...answers].map(([id, { live }]) => [id, live])) });
  }
}

/** Asks for the live check when the provider wants it, it may be made here, and it was not made yet. */
export function wantLiveCheck(app: AppContext, { policy, calendars }: Readings, question: Omit<LiveQuestion, "calendars">): void {
  if (app.calendarAnswers !== "may-ask" || !policy?.asksLive || app.ports.calendar === null) return;
  const asked = calendars.flatMap(({ id, access, isConnected, lastReadAt, door }) => (door !== null && isConnected && access !== "LINK" ? [{ id, lastReadAt, door }] : []));
  if (asked.length > 0) throw new LiveCheckWanted({ ...question, calendars: asked });
}

async function refuseBusy(app: AppContext, question: LiveQuestion, answers: Awaited<ReturnType<typeof askCalendars>>) {
  await noteBusy(app, question, answers);
  return takenSince(readSql(app), question, app.clock.now());
}

/** The refusal of a start that something in a calendar has taken since it was held, with the nearest others. */
export async function takenSince(sql: Sql, { providerId, service: slug, startsAt, seriesId }: Pick<LiveQuestion, "providerId" | "service" | "startsAt" | "seriesId">, now: number) {
  const { facts, service } = await assessStart(sql, { which: { ids: [providerId] }, offerOf: (loaded) => getOffer(loaded, slug), startsAt, now, exceptSeriesId: seriesId });
  return refusalOf(sql, "BUSY", { facts, service, wanted: startsAt, now });
}
