/** By which channel a reminder goes; CHOSEN is what the patient ticked when booking. */
export const REMINDER_CHANNELS = ["CHOSEN", "EMAIL", "SMS", "WHATSAPP"] as const;
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

/** One rung of a service's reminder ladder. */
export interface ReminderStep {
  readonly minutesBefore: number;
  readonly channel: ReminderChannel;
}

/** Day before and two hours before, on the channels the patient chose. */
export const DEFAULT_REMINDERS: readonly ReminderStep[] = [
  { minutesBefore: 1440, channel: "CHOSEN" },
  { minutesBefore: 120, channel: "CHOSEN" },
];

const known = new Set<string>(REMINDER_CHANNELS);
const isReminderChannel = (name: string | undefined): name is ReminderChannel => name !== undefined && known.has(name);

/** The stored columns: minutes, and at the same place the channel. A missing channel means the patient's own. */
export interface ReminderColumns {
  readonly reminderMinutes: readonly number[];
  readonly reminderChannels: readonly string[];
}

/** Reads a ladder from its columns. */
export const readReminders = ({ reminderMinutes, reminderChannels }: ReminderColumns): ReminderStep[] =>
  reminderMinutes.map((minutesBefore, index) => {
    const channel = reminderChannels[index];
    return { minutesBefore, channel: isReminderChannel(channel) ? channel : "CHOSEN" };
  });

/** Writes a ladder as columns, earliest reminder first. */
export function reminderColumns(steps: readonly ReminderStep[]): { reminderMinutes: number[]; reminderChannels: ReminderChannel[] } {
  const sorted = [...steps].sort((a, b) => b.minutesBefore - a.minutesBefore);
  return { reminderMinutes: sorted.map(({ minutesBefore }) => minutesBefore), reminderChannels: sorted.map(({ channel }) => channel) };
}
