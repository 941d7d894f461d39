const TASK_WORDS: Readonly<Record<string, string>> = {
  "calendar.push-event": "Write a visit to Google Calendar",
  "calendar.await-meet-link": "Wait for a Meet link",
  "calendar.settle-edit": "Follow a change made in Google",
  "calendar.look-at-event": "Look at one event in Google",
  "calendar.sync": "Read a calendar",
  "calendar.start-connection": "Look at a newly connected account",
  "calendar.refresh-list": "Read an account’s list of calendars",
  "calendar.move-events": "Move visits to another calendar",
  "calendar.clear-leftover": "Remove an event left behind",
  "calendar.renew-channel": "Ask Google to tell us of changes",
  "calendar.compare": "Compare a calendar with Google",
  "calendar.import": "Take visits over from a calendar",
  "calendar.revoke-grant": "Give access to an account back",
  "calendar.announce-reconnect": "Tell a provider to connect again",
  "meet.create-space": "Make a video room",
  "messages.announce": "Plan the messages about a change",
  "messages.remind": "Plan a reminder",
  "messages.notify-provider": "Plan a provider’s mail of the day or week",
  "messages.follow-visit": "Plan a message after a visit",
  "messages.answer-text": "Answer a text message",
  "messages.allow-mail": "Lift a block on an e-mail address",
  "messages.send": "Send a message",
  "sign-in.send-link": "Send a sign-in link",
  "openings.verify": "Check the search list",
};

/** What a kind of background work does; its own name where it has none here. */
export const taskInWords = (task: string): string => TASK_WORDS[task] ?? task;
