import { z } from "zod";
import { followVisit as follow } from "@/application/messages/follow-visit";
import { AFTER_VISIT } from "@/domain/messages/after-visit";
import { defineJob } from "./define-job";

export const followVisit = defineJob("messages.follow-visit", z.object({ kind: z.enum(AFTER_VISIT), bookingId: z.uuid() }), follow);
