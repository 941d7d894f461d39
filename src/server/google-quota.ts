import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Pool } from "pg";
import type { Clock, QuotaPort } from "@/application/shared/ports";
import { IntegrationError } from "@/application/shared/errors";
import type { Env } from "@/platform/env";
import { leasedPoints } from "./leased-points";

const MINUTE_SECONDS = 60;
/** Calls a process takes from the shared counters at once, so that counting costs few round trips. */
const LEASES = { project: 20, account: 5, look: 1 } as const;
/** Work that has to wait comes back spread over this long. */
const SPREAD_SECONDS = 10;

/**
 * Counts calls in PostgreSQL by the minute, for each account and for the project, as requests of people are counted. Google's
 * own limits are per minute too (developers.google.com/workspace/calendar/api/guides/quota). When counting itself fails, that
 * fails: the database is what everything else needs too.
 */
export function googleQuota({ pool, env, clock }: { readonly pool: Pool; readonly env: Env; readonly clock: Clock }): QuotaPort {
  const counting = (of: keyof typeof LEASES, most: number) => {
    // A lease divides what there is without remainder.
    const points = most - (most % LEASES[of]);
    const counter = new RateLimiterPostgres({ storeClient: pool, storeType: "pool", tableName: "rate_limit", tableCreated: true, keyPrefix: `google-${of}`, points, duration: MINUTE_SECONDS, clearExpiredByTimeout: false });
    return leasedPoints(counter, LEASES[of], () => clock.now());
  };
  const ofAccount = counting("account", env.GOOGLE_CALLS_PER_MINUTE_PER_ACCOUNT);
  const ofProject = counting("project", env.GOOGLE_CALLS_PER_MINUTE);
  // Anybody may make a provider's calendars be asked, so that is counted apart and leaves most of the account's calls alone.
  const looks = counting("look", env.GOOGLE_LOOKS_PER_MINUTE_PER_PROVIDER);
  return {
    async take(connectionId) {
      try {
        await ofAccount(connectionId);
        await ofProject("all");
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1_000 + Math.random() * SPREAD_SECONDS);
        throw new IntegrationError({ vendor: "google", operation: "quota", kind: "rate-limited", code: "own-quota", retryAfterSeconds });
      }
    },
    mayLook: (providerId) =>
      looks(providerId).then(
        () => true,
        (error: unknown) => {
          if (error instanceof RateLimiterRes) return false;
          throw error;
        },
      ),
  };
}
