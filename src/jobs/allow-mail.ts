import { z } from "zod";
import { allowMail as allow } from "@/application/mail-refusals/allow-mail";
import { defineJob } from "./define-job";

export const allowMail = defineJob("messages.allow-mail", z.object({ refusalId: z.uuid() }), allow);
