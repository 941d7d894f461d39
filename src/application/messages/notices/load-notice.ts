import type { Notice } from "@/domain/messages/notice-content";
import type { NoticeTemplate } from "@/domain/messages/notice-kinds";
import { doNotSend, type SendVerdict } from "@/domain/messages/send-verdict";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { loadAgenda } from "./load-agenda";
import { loadBatchReport } from "./load-batch-report";
import { loadDeletionsQuestion } from "./load-deletions-question";
import { loadEditQuestion } from "./load-edit-question";
import { loadImportReport } from "./load-import-report";
import { loadReconnect } from "./load-reconnect";
import { loadWeekPrompt } from "./load-week-prompt";
import type { Addressee } from "./notice-reader";

/** A notice as it is now: what it names, who reads it, and the path its button leads to. */
export interface LoadedNotice extends Addressee {
  readonly kind: "notice";
  readonly notice: Notice;
  readonly path: string;
}

type NoticeMessage = Pick<Message, "bookingId" | "createdAt" | "dedupeKey" | "address"> & { readonly providerId: string };

/** What a notice is about, or why it is no longer worth sending. */
const LOADERS: Readonly<Record<NoticeTemplate, (tx: Tx, message: NoticeMessage) => Promise<Omit<LoadedNotice, "kind"> | string>>> = {
  "calendar-reconnect": loadReconnect,
  "calendar-import-report": loadImportReport,
  "calendar-batch-report": loadBatchReport,
  "calendar-edit-question": loadEditQuestion,
  "calendar-deletions-question": loadDeletionsQuestion,
  "provider-agenda": loadAgenda,
  "provider-week": loadWeekPrompt,
};

/** Loads what a notice is about, and whether it is still worth sending. */
export async function loadNotice(tx: Tx, template: NoticeTemplate, message: Pick<Message, "providerId" | keyof NoticeMessage>): Promise<{ subject: LoadedNotice | null; verdict: SendVerdict }> {
  const { providerId } = message;
  const loaded = providerId === null ? "There is nobody to tell." : await LOADERS[template](tx, { ...message, providerId });
  return typeof loaded === "string" ? { subject: null, verdict: doNotSend(loaded) } : { subject: { kind: "notice", ...loaded }, verdict: { ok: true } };
}
