import { phoneDigits } from "@/application/booking/phone-digits";
import type { AppContext } from "@/application/shared/context";
import { formatPhone } from "@/application/shared/phone-view";
import { staffScope } from "@/application/shared/staff-scope";
import { mailOrigin } from "@/domain/messages/mail-origin";
import { messageTitle } from "@/domain/messages/message-title";
import type { Prisma } from "@/generated/prisma/client";
import type { ListMessagesInput, MessagePage, MessageView } from "./message-log-schemas";
import { messageStepViews, STEP_COLUMNS } from "./message-step-views";

const COLUMNS = {
  id: true, providerId: true, channel: true, recipient: true, address: true, template: true, state: true, failure: true, attempts: true, sender: true, senderAddress: true, senderNote: true, ...STEP_COLUMNS,
  insteadOf: { select: { channel: true } },
  booking: { select: { reference: true, patient: { select: { name: true } } } },
} satisfies Prisma.MessageSelect;
type Row = Prisma.MessageGetPayload<{ select: typeof COLUMNS }>;

/** Every message of a clinic, the latest first, with what became of it. Throws NOT_FOUND, NOT_ALLOWED. */
export async function listMessages(app: AppContext, input: ListMessagesInput): Promise<MessagePage> {
  const scope = await staffScope(app, input.providerId, "message.read");
  const providers = await app.db.provider.findMany({ where: { OR: [{ id: { in: scope.providerIds } }, { organizationId: { in: scope.organizationIds } }] }, select: { id: true, name: true, timeZone: true } });
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const rows = await app.db.message.findMany({
    where: { providerId: { in: [...byId.keys()] }, ...shownStates(input.show), ...(input.query && { OR: matches(input.query) }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
    ...(input.cursor !== undefined && { cursor: { id: input.cursor }, skip: 1 }),
    select: COLUMNS,
  });
  const items = rows.slice(0, input.limit).flatMap((row) => {
    const provider = byId.get(row.providerId ?? "");
    return provider ? [toView(row, provider)] : [];
  });
  return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

function shownStates(show: ListMessagesInput["show"]): Prisma.MessageWhereInput {
  if (show === "problems") return { state: { in: ["FAILED", "EXPIRED"] } };
  return show === "waiting" ? { state: { in: ["QUEUED", "SENDING"] } } : {};
}

function matches(query: string): Prisma.MessageWhereInput[] {
  const part = { contains: query.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  const digits = phoneDigits(query);
  return [{ booking: { patient: { name: part } } }, { booking: { reference: part } }, { address: part }, ...(digits === null ? [] : [{ address: { contains: digits } }])];
}

function toView({ booking, address, template, ...row }: Row, provider: { name: string; timeZone: string }): MessageView {
  const { id, channel, recipient, state, failure, attempts } = row;
  const addressText = channel === "EMAIL" ? address : formatPhone(address);
  return {
    id, channel, recipient, state, failure, attempts, addressText,
    insteadOf: row.insteadOf?.channel ?? null,
    origin: mailOrigin(row),
    providerName: provider.name,
    to: recipient === "PROVIDER" ? provider.name : (booking?.patient?.name ?? addressText),
    title: messageTitle(template),
    reference: booking?.reference ?? null,
    steps: messageStepViews(row, provider.timeZone),
    again: state === "SENDING" ? null : state === "QUEUED" ? "retry" : "resend",
  };
}
