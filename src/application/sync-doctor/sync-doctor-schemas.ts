import { z } from "zod";
import { SlugSchema } from "@/application/shared/common-schemas";
import { LocalTimeSchema } from "@/application/schedule/schedule-schemas";
import { DIFFERENCE_KINDS } from "@/domain/calendar-sync/compare-calendar";

const instant = z.string().nullable();

/** Absent: the viewer's own calendars. */
export const SyncDoctorScope = z.strictObject({ providerId: z.uuid({ error: "must be a provider's id" }).optional() });

export const SyncFindingView = z.object({
  tone: z.enum(["danger", "pending", "info"]),
  title: z.string(),
  sentence: z.string(),
  fix: z.enum(["reconnect", "reread", "replay", "mend", "choose-calendar", "answer", "wait"]),
});
export type SyncFindingView = z.infer<typeof SyncFindingView>;

/** On the provider's wall clock. */
const localSpan = z.object({ localFrom: z.string(), localTo: z.string() }).nullable();

export const DifferenceView = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  /** The visit's reference; null for time taken by other events. */
  reference: z.string().nullable(),
  here: localSpan,
  inGoogle: localSpan,
  /** Changed by a person in Google and not taken in yet. */
  isEdit: z.boolean(),
});
export type DifferenceView = z.infer<typeof DifferenceView>;

export const ComparisonView = z.object({
  comparedAt: z.string(),
  /** How many visits and busy times were compared, and how many differ. */
  compared: z.int(),
  found: z.int(),
  /** The first of them. */
  differences: z.array(DifferenceView),
  /** Why it could not be compared. */
  problem: z.string().nullable(),
  mendedAt: instant,
});
export type ComparisonView = z.infer<typeof ComparisonView>;

export const SyncCalendarView = z.object({
  id: z.uuid(),
  name: z.string(),
  readsBusy: z.boolean(),
  receivesBookings: z.boolean(),
  /** How many events the first read has taken in so far; null once it was read as a whole. */
  firstReadEvents: z.int().nullable(),
  lastReadAt: instant,
  /** When Google last told us of a change by itself. */
  lastPushAt: instant,
  channelExpiresAt: instant,
  /** Seconds since the last complete read. */
  lagSeconds: z.int().nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: instant,
  comparison: ComparisonView.nullable(),
});
export type SyncCalendarView = z.infer<typeof SyncCalendarView>;

export const SyncHealthView = z.object({
  providerId: z.uuid(),
  provider: z.string(),
  timeZone: z.string(),
  /** The viewer may press the buttons. */
  mayMend: z.boolean(),
  isOff: z.boolean(),
  findings: z.array(SyncFindingView),
  connections: z.array(z.object({ id: z.uuid(), accountEmail: z.string(), state: z.enum(["active", "reconnect-needed"]), connectedAt: z.string(), calendars: z.array(SyncCalendarView) })),
  queue: z.object({ waiting: z.int(), failing: z.int(), refused: z.int(), oldestWaitingAt: instant, lastWrittenAt: instant, lastError: z.string().nullable() }),
});
export type SyncHealthView = z.infer<typeof SyncHealthView>;

/** One provider or clinic in the administrator's list. */
export const SyncOverviewItem = z.object({
  ownerId: z.uuid(),
  owner: z.string(),
  isProvider: z.boolean(),
  accounts: z.int(),
  calendars: z.int(),
  lagSeconds: z.int().nullable(),
  waiting: z.int(),
  failing: z.int(),
  refused: z.int(),
  /** Taken while a calendar did not answer, and not settled yet. */
  requests: z.int(),
  /** What the last comparisons found and nobody has mended. */
  differences: z.int(),
  findings: z.array(SyncFindingView),
});
export type SyncOverviewItem = z.infer<typeof SyncOverviewItem>;
export const SyncOverviewView = z.object({ items: z.array(SyncOverviewItem) });
export type SyncOverviewView = z.infer<typeof SyncOverviewView>;

export const RereadView = z.object({ calendars: z.int() });
export const ReplayView = z.object({ visits: z.int() });
export const CompareView = z.object({ calendars: z.int() });
export const MendView = z.object({ differences: z.int() });

export const ExplainTimeInput = SyncDoctorScope.extend({ service: SlugSchema, /** On the provider's wall clock. */ localStart: LocalTimeSchema });
export type ExplainTimeInput = z.infer<typeof ExplainTimeInput>;

export const TimeExplanationView = z.object({
  startsAt: z.string(),
  /** On the provider's wall clock. */
  localStart: z.string(),
  timeZone: z.string(),
  isOffered: z.boolean(),
  rule: z.string().nullable(),
  sentence: z.string(),
  /** What takes the time, when something does. */
  block: z.object({ what: z.string(), localFrom: z.string(), localTo: z.string(), reference: z.string().nullable() }).nullable(),
});
export type TimeExplanationView = z.infer<typeof TimeExplanationView>;
