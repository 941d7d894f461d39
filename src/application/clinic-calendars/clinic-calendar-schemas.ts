import { z } from "zod";
import { CalendarConnectionView, CalendarView } from "@/application/calendar/calendar-schemas";
import { ComparisonView } from "@/application/sync-doctor/sync-doctor-schemas";

const organizationId = z.uuid({ error: "must be an organization's id" });

/** Absent: the first clinic the viewer manages. */
export const ClinicScope = z.strictObject({ organizationId: organizationId.optional() });
export type ClinicScope = z.infer<typeof ClinicScope>;

export const SetClinicCalendarInput = z.strictObject({
  calendarId: z.uuid({ error: "must be the calendar's id" }),
  /** Its events make somebody busy. */
  readsBusy: z.boolean({ error: "must be true or false" }),
  /** Only those at this location; everybody of the clinic when null. */
  locationId: z.uuid({ error: "must be a location's id" }).nullable(),
});
export type SetClinicCalendarInput = z.infer<typeof SetClinicCalendarInput>;

export const ClinicCalendarView = CalendarView.extend({ locationId: z.uuid().nullable(), comparison: ComparisonView.nullable() });
export type ClinicCalendarView = z.infer<typeof ClinicCalendarView>;

export const ClinicConnectionView = CalendarConnectionView.extend({ calendars: z.array(ClinicCalendarView) });
export type ClinicConnectionView = z.infer<typeof ClinicConnectionView>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const ClinicCalendarsView = z.object({
  /** "off" when this installation has no Google credentials or switched them off. */
  state: z.enum(["off", "not-connected", "active", "reconnect-needed"]),
  organization: named,
  /** All clinics the viewer manages. */
  organizations: z.array(named),
  timeZone: z.string(),
  /** How many work in the clinic, and at each location. */
  providers: z.int(),
  locations: z.array(named.extend({ providers: z.int() })),
  connections: z.array(ClinicConnectionView),
});
export type ClinicCalendarsView = z.infer<typeof ClinicCalendarsView>;
