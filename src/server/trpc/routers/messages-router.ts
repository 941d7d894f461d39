import { z } from "zod";
import { continueBySms } from "@/application/messages/continue-by-sms";
import { countUnread } from "@/application/messages/count-unread";
import { ConversationDetails, ConversationPage, ConversationRefInput, ListConversationsInput, ReplyInput, SendCardInput } from "@/application/messages/conversation-schemas";
import { getConversation } from "@/application/messages/get-conversation";
import { listConversations } from "@/application/messages/list-conversations";
import { listMessages } from "@/application/messages/list-messages";
import { ListMessagesInput, MessagePage, ResendMessageInput } from "@/application/messages/message-log-schemas";
import { readConversation } from "@/application/messages/read-conversation";
import { replyInConversation } from "@/application/messages/reply-in-conversation";
import { sendClinicCard } from "@/application/messages/send-clinic-card";
import { resendMessage } from "@/application/messages/resend-message";
import { correctMailAddress } from "@/application/mail-refusals/correct-mail-address";
import { liftMailRefusal } from "@/application/mail-refusals/lift-mail-refusal";
import { listMailRefusals } from "@/application/mail-refusals/list-mail-refusals";
import { CorrectMailAddressInput, ListMailRefusalsInput, MailRefusalPage, MailRefusalRefInput, MarkMailRefusalInput } from "@/application/mail-refusals/mail-refusal-schemas";
import { markMailRefusal } from "@/application/mail-refusals/mark-mail-refusal";
import { listUnknownTexts } from "@/application/messages/list-unknown-texts";
import { UnknownTexts } from "@/application/messages/unknown-text-schemas";
import { adminProcedure, router, staffProcedure } from "../init";

export const messagesRouter = router({
  conversations: staffProcedure.input(ListConversationsInput).output(ConversationPage).query(({ ctx, input }) => listConversations(ctx.app, input)),
  conversation: staffProcedure.input(ConversationRefInput).output(ConversationDetails).query(({ ctx, input }) => getConversation(ctx.app, input)),
  unread: staffProcedure.output(z.object({ unread: z.int() })).query(({ ctx }) => countUnread(ctx.app)),
  markRead: staffProcedure.input(ConversationRefInput).output(z.object({ unread: z.int() })).mutation(({ ctx, input }) => readConversation(ctx.app, input)),
  reply: staffProcedure.input(ReplyInput).output(z.object({ messageId: z.uuid().nullable() })).mutation(({ ctx, input }) => replyInConversation(ctx.app, input)),
  sendCard: staffProcedure.input(SendCardInput).output(z.object({ messageId: z.uuid().nullable() })).mutation(({ ctx, input }) => sendClinicCard(ctx.app, input)),
  continueBySms: staffProcedure.input(ConversationRefInput).output(z.object({ conversationId: z.uuid() })).mutation(({ ctx, input }) => continueBySms(ctx.app, input)),
  log: staffProcedure.input(ListMessagesInput).output(MessagePage).query(({ ctx, input }) => listMessages(ctx.app, input)),
  resend: staffProcedure.input(ResendMessageInput).output(z.object({ messageId: z.uuid() })).mutation(({ ctx, input }) => resendMessage(ctx.app, input)),
  unknown: adminProcedure.output(UnknownTexts).query(({ ctx }) => listUnknownTexts(ctx.app)),
  refusals: staffProcedure.input(ListMailRefusalsInput).output(MailRefusalPage).query(({ ctx, input }) => listMailRefusals(ctx.app, input)),
  markRefusal: staffProcedure.input(MarkMailRefusalInput).output(z.object({ isDone: z.boolean() })).mutation(({ ctx, input }) => markMailRefusal(ctx.app, input)),
  liftRefusal: staffProcedure.input(MailRefusalRefInput).output(z.object({ lifted: z.boolean() })).mutation(({ ctx, input }) => liftMailRefusal(ctx.app, input)),
  correctAddress: staffProcedure.input(CorrectMailAddressInput).output(z.object({ patients: z.int(), messageId: z.uuid().nullable() })).mutation(({ ctx, input }) => correctMailAddress(ctx.app, input)),
});
