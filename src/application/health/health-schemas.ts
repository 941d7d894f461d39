import { z } from "zod";

export const CheckStatus = z.enum(["ok", "degraded", "down", "off"]);
export type CheckStatus = z.infer<typeof CheckStatus>;

export const HealthCheck = z.object({
  status: CheckStatus,
  /** What this means, for people. */
  sentence: z.string(),
  /** Figures behind the sentence; instants in ISO 8601. */
  figures: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type HealthCheck = z.infer<typeof HealthCheck>;

export const HealthView = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  checkedAt: z.string(),
  checks: z.object({
    database: HealthCheck,
    worker: HealthCheck,
    queue: HealthCheck,
    messages: HealthCheck,
    calendarSync: HealthCheck,
    googleCalendar: HealthCheck,
    email: HealthCheck,
    sms: HealthCheck,
    whatsapp: HealthCheck,
    search: HealthCheck,
    zoneData: HealthCheck,
  }),
});
export type HealthView = z.infer<typeof HealthView>;

/** One connection's lag, for administrators. */
export const ConnectionHealth = z.object({
  provider: z.string(),
  status: z.enum(["ACTIVE", "RECONNECT_NEEDED", "DISCONNECTED"]),
  lastReadAt: z.string().nullable(),
  lagSeconds: z.number().nullable(),
  pushUntil: z.string().nullable(),
  problem: z.string().nullable(),
});
export type ConnectionHealth = z.infer<typeof ConnectionHealth>;

export const FailedJob = z.object({
  task: z.string(),
  attempts: z.int(),
  /** Why, for people. */
  sentence: z.string(),
  /** What the machine noted, with the vendor's own code. */
  lastError: z.string(),
  nextTryAt: z.string(),
});

export const HealthDetails = HealthView.extend({ connections: z.array(ConnectionHealth), failedJobs: z.array(FailedJob) });
export type HealthDetails = z.infer<typeof HealthDetails>;

export const IntegrationStatus = z.object({ calendar: z.boolean(), meet: z.boolean(), email: z.boolean(), sms: z.boolean(), whatsapp: z.boolean() });
export type IntegrationStatus = z.infer<typeof IntegrationStatus>;
