import type { CheckStatus, HealthView } from "@/application/health/health-schemas";
import type { StatusTone } from "@/ui/status-tone";

export const OVERALL: Readonly<Record<HealthView["status"], { label: string; tone: StatusTone; sentence: string }>> = {
  ok: { label: "All well", tone: "success", sentence: "Everything does its work." },
  degraded: { label: "Needs a look", tone: "pending", sentence: "Bookings work; something waits longer than promised." },
  down: { label: "Down", tone: "danger", sentence: "Something essential does not work." },
};

export const CHECK_STATUS: Readonly<Record<CheckStatus, { label: string; tone: StatusTone }>> = {
  ok: { label: "Well", tone: "success" },
  degraded: { label: "Needs a look", tone: "pending" },
  down: { label: "Down", tone: "danger" },
  off: { label: "Off", tone: "neutral" },
};

export const CHECK_NAMES: Readonly<Record<keyof HealthView["checks"], string>> = {
  database: "Database",
  worker: "Background worker",
  queue: "Work in line",
  messages: "Outgoing messages",
  calendarSync: "Connected calendars",
  googleCalendar: "Google Calendar",
  email: "E-mail",
  sms: "SMS",
  whatsapp: "WhatsApp",
  search: "Search list",
  zoneData: "Time-zone rules",
};

/** What each figure is called on the page. */
export const FIGURE_NAMES: Readonly<Record<string, string>> = {
  milliseconds: "Answer time, ms",
  seenAt: "Last reported",
  waiting: "Waiting",
  oldestDueAt: "Oldest waiting since",
  providers: "Providers",
  oldestChangeAt: "Oldest change since",
  failing: "Failed, tried again",
  givenUp: "Given up",
  oldestUnsentAt: "Oldest unsent since",
  heldBack: "Waiting on purpose",
  sentToday: "Sent in 24 h",
  failedToday: "Failed in 24 h",
  calendars: "Calendars",
  stalestReadAt: "Longest unread since",
  reconnectsNeeded: "To connect again",
  lastSuccessAt: "Last success",
  lastFailureAt: "Last failure",
  app: "App",
  node: "Node",
  database: "PostgreSQL",
};
