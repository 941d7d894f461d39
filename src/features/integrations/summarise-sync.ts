import type { CalendarStatusView } from "@/application/calendar/calendar-schemas";
import type { StatusTone } from "@/ui/status-tone";

export interface SyncSummary {
  readonly tone: StatusTone;
  /** One or two words. */
  readonly label: string;
  readonly sentence: string;
}

/** Whether a calendar is being read for the first time: how far it has come is worth following. */
export const isReadingFirst = (known: { readonly connections: readonly { readonly calendars: readonly { readonly firstReadEvents: number | null }[] }[] } | undefined): boolean => known?.connections.some(({ calendars }) => calendars.some(({ firstReadEvents }) => firstReadEvents !== null)) ?? false;

/** How a provider's calendar stands, in a chip's words. */
export function summariseSync({ state, connections, pendingEvents, failedEvents, leavingEvents }: CalendarStatusView): SyncSummary {
  if (state === "off") return { tone: "neutral", label: "Calendar off", sentence: "Google Calendar is switched off on this installation." };
  if (state === "not-connected") return { tone: "neutral", label: "No calendar", sentence: "No Google Calendar is connected." };
  if (state === "reconnect-needed") return { tone: "danger", label: "Connect again", sentence: "Google Calendar has to be connected again." };
  if (failedEvents > 0) return { tone: "danger", label: "Not in calendar", sentence: `${failedEvents === 1 ? "One visit is" : `${failedEvents} visits are`} not in Google Calendar. It is tried again.` };
  const lacksTarget = connections.some(({ calendars }) => calendars.length > 0) && !connections.some(({ calendars }) => calendars.some(({ receivesBookings }) => receivesBookings));
  const isLost = connections.some(({ calendars }) => calendars.some(({ problem }) => problem?.fix === "choose-target"));
  if (lacksTarget || isLost) return { tone: "danger", label: "Choose a calendar", sentence: "No calendar receives your bookings. They wait until you choose one." };
  const isWaiting = connections.some(({ problems, calendars }) => problems.some(({ fix }) => fix !== "none") || calendars.some(({ problem }) => problem !== null));
  if (isWaiting) return { tone: "pending", label: "Calendar delayed", sentence: "The last reading of Google Calendar did not work. It is tried again." };
  const reading = connections.flatMap(({ calendars }) => calendars.flatMap(({ firstReadEvents }) => firstReadEvents ?? []));
  if (reading.length > 0) return { tone: "info", label: "Reading calendar", sentence: readingInWords(reading.reduce((sum, events) => sum + events, 0)) };
  if (leavingEvents > 0) return { tone: "pending", label: "Calendar updating", sentence: "Coming visits are moving to the calendar you chose." };
  if (pendingEvents > 0) return { tone: "pending", label: "Calendar updating", sentence: `${pendingEvents === 1 ? "One visit is" : `${pendingEvents} visits are`} being written to Google Calendar.` };
  return { tone: "success", label: "Calendar in step", sentence: "Google Calendar and MedBookings tell the same story." };
}

const readingInWords = (events: number): string =>
  `Reading your calendar…${events === 0 ? "" : ` ${events.toLocaleString("en")} events so far.`} Until it is done, a time that is taken there may be offered.`;
