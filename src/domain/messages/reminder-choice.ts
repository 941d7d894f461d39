import { readReminderChoice, type ReminderChoice } from "./plan-messages";

/** What was said about reminders, as it is stored. */
interface SaidOfReminders {
  /** The address wants none. */
  readonly isStopped: boolean;
  /** For this visit, by whoever holds its link. */
  readonly ofVisit: string | null;
  /** For all visits, by whoever has proved the address. */
  readonly ofPatient: string | null;
}

/** Which of it holds: a stop before everything, then the visit's own choice, then the patient's; null when nothing was said. */
export function reminderChoice({ isStopped, ofVisit, ofPatient }: SaidOfReminders): ReminderChoice | null {
  return isStopped ? "NONE" : (readReminderChoice(ofVisit) ?? readReminderChoice(ofPatient));
}
