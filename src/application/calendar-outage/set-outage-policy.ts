import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { loadOutagePolicy } from "./outage-policy";
import type { SetOutagePolicyInput } from "./outage-schemas";

/** Says what happens to bookings from now on while a calendar does not answer; what waits already goes on waiting. Throws NOT_FOUND, NOT_ALLOWED. */
export async function setOutagePolicy(app: AppContext, { providerId: asked, answer, staleMinutes, asksLive }: SetOutagePolicyInput): Promise<void> {
  const { id: providerId } = await getStaffedProvider(app, "calendar-outage.set-policy", asked);
  const wanted = { answer, staleMinutes, asksLive };
  await inTransaction(app, async (tx) => {
    const before = await loadOutagePolicy(tx, providerId);
    await tx.calendarOutagePolicy.upsert({ where: { providerId }, create: { providerId, ...wanted }, update: wanted });
    await audit(tx, app.actor, { action: "calendar-outage.set-policy", subjectKind: "provider", subjectId: providerId, providerId, before: { ...before }, after: wanted });
  });
}
