import { messageSteps } from "@/domain/messages/message-steps";
import { toLocal } from "@/domain/time/local-time";
import type { Message } from "@/generated/prisma/client";
import type { MessageStepView } from "./message-step-schemas";

/** The columns that tell what happened to a message. */
export const STEP_COLUMNS = { createdAt: true, sentAt: true, deliveredAt: true, readAt: true, openedAt: true, clickedAt: true, failedAt: true } as const;

const ms = (at: Date | null) => at?.getTime() ?? null;

/** What happened to a message, on the clock of `timeZone`. */
export const messageStepViews = (message: Pick<Message, keyof typeof STEP_COLUMNS>, timeZone: string): MessageStepView[] =>
  messageSteps({
    createdAt: message.createdAt.getTime(), sentAt: ms(message.sentAt), deliveredAt: ms(message.deliveredAt), readAt: ms(message.readAt),
    openedAt: ms(message.openedAt), clickedAt: ms(message.clickedAt), failedAt: ms(message.failedAt),
  }).map(({ kind, at }) => ({ kind, at: new Date(at).toISOString(), localAt: toLocal(at, timeZone) }));
