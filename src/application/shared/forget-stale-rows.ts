import type { AppContext } from "./context";

const DAY_MS = 86_400_000;

/** Deletes what only mattered for a while: answers to repeated requests, started consents, counters, ended sessions, old comparisons. */
export async function forgetStaleRows(app: AppContext): Promise<void> {
  const now = app.clock.now();
  const before = (ms: number) => new Date(now - ms);
  await app.db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before(2 * DAY_MS) } } });
  await app.db.oAuthState.deleteMany({ where: { expiresAt: { lt: before(DAY_MS) } } });
  await app.db.session.deleteMany({ where: { expires: { lt: before(DAY_MS) } } });
  await app.db.calendarComparison.deleteMany({ where: { comparedAt: { lt: before(30 * DAY_MS) } } });
  await app.db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now) } } });
}
