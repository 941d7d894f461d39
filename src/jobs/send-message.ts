import { z } from "zod";
import { sendMessage as send } from "@/application/messages/send-message";
import { defineJob } from "./define-job";

export const sendMessage = defineJob("messages.send", z.object({ messageId: z.uuid() }), send);
