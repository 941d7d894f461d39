import { z } from "zod";
import { greetPhone as greet } from "@/application/phones/greet-phone";
import { defineJob } from "./define-job";

export const greetPhone = defineJob("phones.greet", z.object({ seriesId: z.uuid() }), greet);
