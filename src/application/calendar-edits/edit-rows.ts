import { uuidv7 } from "uuidv7";
import { calendarQueue } from "@/application/calendar/calendar-queue";
import type { AppContext } from "@/application/shared/context";
import { dequeue, enqueue } from "@/application/shared/enqueue";
import type { RemoteEdit } from "@/domain/calendar-sync/compare-event";
import type { EventSpan } from "@/domain/calendar-sync/event-span";
import type { EditRefusal } from "@/domain/calendar-sync/settle-edit";
import type { CalendarEdit } from "@/generated/prisma/client";
import type { SyncState } from "@/generated/prisma/enums";
import type { Db, Tx } from "@/platform/db";
import { loadEditPolicy, undoMsOf } from "./edit-policy";

/** The booking whose event was edited, as it stood when that was seen. */
export interface EditedVisit extends EventSpan {
  readonly id: string;
  readonly seriesId: string;
  readonly providerId: string;
  readonly version: number;
}

const KINDS = { move: "MOVE", cancel: "CANCEL", restore: "RESTORE", unusable: "UNUSABLE" } as const;

/** The key under which an edit waits to be settled. */
export const settleKey = (seriesId: string): string => `settle-edit:${seriesId}`;

/** The edit of a series that waits or is asked about, if any. */
export const findOpenEdit = (db: Db | Tx, seriesId: string): Promise<CalendarEdit | null> => db.calendarEdit.findFirst({ where: { seriesId, state: { in: ["WAITING", "ASKED"] } } });

/** The edit that was decided against and that Google may still show, because the booking is not written over it yet. */
export async function findRefusedEdit(db: Db | Tx, visit: Pick<EditedVisit, "id" | "version">, link: SyncState): Promise<CalendarEdit | null> {
  if (link !== "PENDING") return null;
  return db.calendarEdit.findFirst({ where: { bookingId: visit.id, bookingVersion: visit.version, state: "PUT_BACK" }, orderBy: { decidedAt: "desc" } });
}

/** A stored edit in the words of the comparison. */
export function readEdit({ kind, toStartsAt, toEndsAt }: Pick<CalendarEdit, "kind" | "toStartsAt" | "toEndsAt">): RemoteEdit {
  if (kind === "CANCEL") return { kind: "cancel" };
  if (kind === "UNUSABLE" || toStartsAt === null || toEndsAt === null) return { kind: "unusable" };
  return { kind: kind === "MOVE" ? "move" : "restore", to: { startsAt: toStartsAt.getTime(), endsAt: toEndsAt.getTime() } };
}

/** Lets an edit wait for the undo window to pass; the same series' open edit gives way to it and its window begins anew. */
export async function proposeEdit(app: AppContext, tx: Tx, visit: EditedVisit, edit: RemoteEdit): Promise<void> {
  const now = app.clock.now();
  const applyAt = now + undoMsOf(app, await loadEditPolicy(tx, visit.providerId));
  const open = await findOpenEdit(tx, visit.seriesId);
  const id = open?.id ?? uuidv7();
  const data = { ...columnsOf(visit, edit), state: "WAITING" as const, seenAt: new Date(now), applyAt: new Date(applyAt), refusal: null };
  if (open === null) await tx.calendarEdit.create({ data: { id, ...data } });
  else await tx.calendarEdit.update({ where: { id }, data });
  await enqueue(tx, "calendar.settle-edit", { editId: id }, { key: settleKey(visit.seriesId), runAt: applyAt, queue: calendarQueue(visit.providerId) });
}

/** Forgets an edit that was taken back: as if it had never been. */
export async function withdrawEdit(tx: Tx, seriesId: string): Promise<void> {
  const { count } = await tx.calendarEdit.deleteMany({ where: { seriesId, state: { in: ["WAITING", "ASKED"] } } });
  if (count > 0) await dequeue(tx, settleKey(seriesId));
}

/** Closes an edit nobody has settled, because the booking was changed after it and has been written over it. */
export async function overrideEdit(app: AppContext, tx: Tx, seriesId: string): Promise<void> {
  const { count } = await tx.calendarEdit.updateMany({ where: { seriesId, state: { in: ["WAITING", "ASKED"] } }, data: { state: "PUT_BACK", refusal: "LATER_CHANGE", decidedAt: new Date(app.clock.now()) } });
  if (count > 0) await dequeue(tx, settleKey(seriesId));
}

/** Notes an edit that is overwritten, so that its author can read why. */
export async function flagEdit(app: AppContext, tx: Tx, visit: EditedVisit, edit: RemoteEdit, refusal: EditRefusal): Promise<void> {
  const now = new Date(app.clock.now());
  await tx.calendarEdit.create({ data: { id: uuidv7(), ...columnsOf(visit, edit), state: "PUT_BACK", refusal, seenAt: now, applyAt: now, decidedAt: now } });
}

const columnsOf = (visit: EditedVisit, edit: RemoteEdit) => ({
  providerId: visit.providerId, seriesId: visit.seriesId, bookingId: visit.id, bookingVersion: visit.version, kind: KINDS[edit.kind],
  fromStartsAt: new Date(visit.startsAt), fromEndsAt: new Date(visit.endsAt),
  toStartsAt: "to" in edit ? new Date(edit.to.startsAt) : null, toEndsAt: "to" in edit ? new Date(edit.to.endsAt) : null,
});
