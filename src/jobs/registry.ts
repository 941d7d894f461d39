import { allowMail } from "./allow-mail";
import { announceChange } from "./announce-change";
import { announceReconnect } from "./announce-reconnect";
import { answerText } from "./answer-text";
import { awaitMeetLink } from "./await-meet-link";
import { clearLeftover } from "./clear-leftover";
import { compareCalendar } from "./compare-calendar";
import { createSpace } from "./create-space";
import type { Job } from "./define-job";
import { followVisit } from "./follow-visit";
import { greetPhone } from "./greet-phone";
import { importCalendar } from "./import-calendar";
import { lookAtEvent } from "./look-at-event";
import { moveEvents } from "./move-events";
import { notifyProvider } from "./notify-provider";
import { pushEvent } from "./push-event";
import { refreshCalendarList } from "./refresh-calendar-list";
import { renewChannel } from "./renew-channel";
import { revokeGrant } from "./revoke-grant";
import { sendMessage } from "./send-message";
import { sendPhoneCode } from "./send-phone-code";
import { sendReminder } from "./send-reminder";
import { sendSignInLink } from "./send-sign-in-link";
import { settleEdit } from "./settle-edit";
import { startConnection } from "./start-connection";
import { syncCalendar } from "./sync-calendar";
import { verifyOpenings } from "./verify-openings";

/** All background work the worker knows. */
export const JOBS: readonly Job[] = [
  announceChange, sendMessage, sendReminder, answerText, notifyProvider, followVisit, sendSignInLink, sendPhoneCode, greetPhone, allowMail,
  pushEvent, syncCalendar, settleEdit, lookAtEvent, startConnection, renewChannel, revokeGrant, awaitMeetLink, createSpace, announceReconnect,
  refreshCalendarList, moveEvents, clearLeftover, compareCalendar, importCalendar,
  verifyOpenings,
];
