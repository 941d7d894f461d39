import { readReminders, reminderColumns, type ReminderColumns } from "@/domain/messages/reminder-step";
import type { ServiceFields } from "./service-schemas";

/** A service as its row holds it. */
export const serviceColumns = ({ reminders, ...fields }: ServiceFields) => ({ ...fields, ...reminderColumns(reminders) });

/** What a row holds, as people edit it. */
export function serviceFields<Row extends ReminderColumns>({ reminderMinutes, reminderChannels, ...fields }: Row): Omit<Row, keyof ReminderColumns> & Pick<ServiceFields, "reminders"> {
  return { ...fields, reminders: readReminders({ reminderMinutes, reminderChannels }) };
}
