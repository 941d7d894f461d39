import type { AppContext } from "@/application/shared/context";
import { staffScope } from "@/application/shared/staff-scope";
import { asMailRefusalReason } from "@/domain/messages/mail-refusal";
import { toLocal } from "@/domain/time/local-time";
import type { ListMailRefusalsInput, MailRefusalPage } from "./mail-refusal-schemas";

const LIMIT = 100;

/** Addresses that take no more mail, the latest first: what waits for somebody of the clinic, or all there were. Throws NOT_FOUND, NOT_ALLOWED. */
export async function listMailRefusals(app: AppContext, input: ListMailRefusalsInput): Promise<MailRefusalPage> {
  const { providerIds, organizationIds } = await staffScope(app, input.providerId, "message.read");
  const theirs = { provider: { OR: [{ id: { in: providerIds } }, { organizationId: { in: organizationIds } }] } };
  const isOpen = { doneAt: null, liftedAt: null };
  const [rows, open] = await Promise.all([
    app.db.mailRefusal.findMany({ where: { ...theirs, ...(input.show === "open" && isOpen) }, orderBy: [{ at: "desc" }, { id: "desc" }], take: LIMIT, include: { provider: { select: { name: true, timeZone: true } } } }),
    app.db.mailRefusal.count({ where: { ...theirs, ...isOpen } }),
  ]);
  const [patients, messages] = await Promise.all([
    app.db.patient.findMany({ where: { OR: rows.map(({ providerId, address: email }) => ({ providerId, email })) }, orderBy: { name: "asc" }, select: { name: true, email: true, providerId: true } }),
    app.db.message.findMany({ where: { id: { in: rows.map(({ messageId }) => messageId) } }, select: { id: true, booking: { select: { reference: true } } } }),
  ]);
  const items = rows.map(({ id, provider, providerId, address, reason, messageId, at, doneAt, liftedAt }) => ({
    id, address,
    providerName: provider.name,
    reason: asMailRefusalReason(reason),
    patients: [...new Set(patients.filter((patient) => patient.providerId === providerId && patient.email === address).map(({ name }) => name))].slice(0, 4),
    reference: messages.find((message) => message.id === messageId)?.booking?.reference ?? null,
    at: at.toISOString(),
    localAt: toLocal(at.getTime(), provider.timeZone),
    isDone: doneAt !== null,
    isLifted: liftedAt !== null,
  }));
  return { items, open };
}
