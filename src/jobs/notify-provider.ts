import { z } from "zod";
import { notifyProvider as notify } from "@/application/messages/notify-provider";
import { CLOCK_NOTICES } from "@/domain/messages/notice-window";
import { defineJob } from "./define-job";

export const notifyProvider = defineJob("messages.notify-provider", z.object({ kind: z.enum(CLOCK_NOTICES), providerId: z.uuid(), onDate: z.iso.date() }), notify);
