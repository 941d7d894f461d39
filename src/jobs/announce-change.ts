import { z } from "zod";
import { announce } from "@/application/messages/announce";
import { defineJob } from "./define-job";

const Payload = z.object({
  bookingId: z.uuid(),
  version: z.int().min(1),
  change: z.enum(["confirmed", "pending", "approved", "declined", "rescheduled", "cancelled", "expired", "meet-ready", "clashes"]),
});

export const announceChange = defineJob("messages.announce", Payload, announce);
