import { z } from "zod";
import { announceReconnect as announce } from "@/application/messages/announce-reconnect";
import { defineJob } from "./define-job";

export const announceReconnect = defineJob("calendar.announce-reconnect", z.object({ connectionId: z.uuid() }), (app, { connectionId }) => announce(app, connectionId));
