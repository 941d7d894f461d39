import { z } from "zod";
import { answerText as answer } from "@/application/messages/answer-text";
import { defineJob } from "./define-job";

export const answerText = defineJob("messages.answer-text", z.object({ inboundId: z.uuid() }), answer);
