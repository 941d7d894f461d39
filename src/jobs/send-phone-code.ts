import { z } from "zod";
import { sendPhoneCode as send } from "@/application/phones/send-phone-code";
import { defineJob } from "./define-job";

export const sendPhoneCode = defineJob("phones.send-code", z.object({ codeId: z.uuid() }), send);
