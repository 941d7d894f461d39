import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { isOneOfMany } from "@/domain/calendar-sync/brake-deletions";
import { MANY_DELETED, wantedBy } from "@/domain/calendar-sync/settle-edit";
import { DAY_MS } from "@/domain/time/calendar-day";
import { toLocal } from "@/domain/time/local-time";
import type { Prisma } from "@/generated/prisma/client";
import type { CalendarEditView } from "./calendar-edit-schemas";
import { becauseInWords, editInWords } from "./edit-in-words";
import { loadEditPolicy, undoMsOf } from "./edit-policy";
import { readEdit } from "./edit-rows";
import { deletionOf, loadDeletions } from "./load-deletions";

/** How long a notice that an event was put back is shown to those who have not read it. */
const NOTICE_MS = 3 * DAY_MS;

/** A calendar that was cleared may have held this many visits. */
const MOST_SHOWN = 500;

const KINDS = { MOVE: "move", CANCEL: "cancel", RESTORE: "restore", UNUSABLE: "unusable" } as const;
const STATES = { WAITING: "waiting", ASKED: "asked", PUT_BACK: "put-back" } as const;

/** What was changed in Google and waits, is asked about, or was put back lately, the latest first. Throws NOT_FOUND, NOT_ALLOWED. */
export async function listCalendarEdits(app: AppContext, asked: string | undefined): Promise<CalendarEditView[]> {
  const provider = await getStaffedProvider(app, "calendar-edit.view", asked);
  return loadEditViews(app, provider, {});
}

/** The same as views, narrowed by `where`, of a provider whom the caller was allowed to look at. */
export async function loadEditViews(app: AppContext, { id: providerId, timeZone }: { id: string; timeZone: string }, where: Prisma.CalendarEditWhereInput): Promise<CalendarEditView[]> {
  const rows = await app.db.calendarEdit.findMany({
    where: { ...where, providerId, OR: [{ state: { in: ["WAITING", "ASKED"] } }, { state: "PUT_BACK", dismissedAt: null, decidedAt: { gt: new Date(app.clock.now() - NOTICE_MS) } }] },
    include: { booking: { select: { reference: true, patient: { select: { name: true } } } } },
    orderBy: { seenAt: "desc" },
    take: MOST_SHOWN,
  });
  if (rows.length === 0) return [];
  const policy = await loadEditPolicy(app.db, providerId);
  const undoMs = undoMsOf(app, policy);
  const deletions = await loadDeletions(app.db, providerId, rows.filter(({ state }) => state === "WAITING"), { undoMs, now: app.clock.now() });
  return rows.flatMap((row) => {
    const edit = readEdit(row);
    const booked = { startsAt: row.fromStartsAt.getTime(), endsAt: row.fromEndsAt.getTime() };
    const wanted = wantedBy(edit, booked, policy);
    const kind = KINDS[row.kind];
    const to = wanted && { start: toLocal(wanted.startsAt, timeZone), end: toLocal(wanted.endsAt, timeZone) };
    if (row.state !== "WAITING" && row.state !== "ASKED" && row.state !== "PUT_BACK") return [];
    const isBraked = row.state === "WAITING" && row.kind === "CANCEL" && isOneOfMany(deletionOf(row), deletions, undoMs);
    return [{
      id: row.id, reference: row.booking.reference, patientName: row.booking.patient?.name ?? "A patient", kind, state: STATES[row.state],
      from: toLocal(booked.startsAt, timeZone), to,
      isOneOfMany: isBraked || (row.state === "ASKED" && row.refusal === MANY_DELETED),
      asksFirst: isBraked || (row.state === "WAITING" && policy.answer === "ASK_ME"),
      appliesAt: row.state === "WAITING" ? row.applyAt.toISOString() : null,
      sentence: editInWords({ kind, to }), because: becauseInWords(row.refusal),
    }];
  });
}
