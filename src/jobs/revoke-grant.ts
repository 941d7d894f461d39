import { z } from "zod";
import { revokeGrant as revoke } from "@/application/calendar/revoke-grant";
import { defineJob } from "./define-job";

const Payload = z.object({ connectionId: z.uuid(), tokenCiphertext: z.string() });

export const revokeGrant = defineJob("calendar.revoke-grant", Payload, (app, { connectionId, tokenCiphertext }) => revoke(app, connectionId, tokenCiphertext));
