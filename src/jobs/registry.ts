import { announceChange } from "./announce-change";
import { announceReconnect } from "./announce-reconnect";
import type { Job } from "./define-job";
import { sendMessage } from "./send-message";
import { sendReminder } from "./send-reminder";

/** All background work the worker knows. */
export const JOBS: readonly Job[] = [announceChange, sendMessage, sendReminder, announceReconnect];
