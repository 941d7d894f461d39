import { expect, test } from "vitest";
import { messageTitle } from "./message-title";
import { APPOINTMENT_TEMPLATES } from "./appointment-kinds";

test("every message has a name that a person at the desk understands", () => {
  for (const template of APPOINTMENT_TEMPLATES.filter((name) => name !== "reminder")) expect(messageTitle(template)).not.toMatch(/^Message$|-/);
  expect(["reminder-1440", "reminder-120", "reminder-60", "reminder-2880", "reminder-45"].map(messageTitle)).toEqual([
    "Reminder, 24 hours before", "Reminder, 2 hours before", "Reminder, 1 hour before", "Reminder, 2 days before", "Reminder, 45 minutes before",
  ]);
  expect(["staff-reply", "reply-passed-on", "calendar-reconnect", "unheard-of"].map(messageTitle)).toEqual(["Text from the clinic", "Automatic answer", "Calendar needs reconnecting", "Message"]);
});
