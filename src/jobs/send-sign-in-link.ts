import { z } from "zod";
import { sendSignInLink as send } from "@/application/sign-in/send-sign-in-link";
import { defineJob } from "./define-job";

export const sendSignInLink = defineJob("sign-in.send-link", z.object({ linkId: z.uuid() }), send);
