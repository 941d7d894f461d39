import { z } from "zod";
import { remind } from "@/application/messages/remind";
import { defineJob } from "./define-job";

export const sendReminder = defineJob("messages.remind", z.object({ seriesId: z.uuid(), minutesBefore: z.int().min(1) }), remind);
