import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { diagnoseProvider, lagOf } from "./diagnose-provider";
import { countDifferences, loadSyncFacts, type OwnerSync } from "./load-sync-facts";
import type { SyncOverviewItem, SyncOverviewView } from "./sync-doctor-schemas";

const WEIGHT = { danger: 0, pending: 1, info: 2 } as const;
const weightOf = ({ findings }: SyncOverviewItem): number => Math.min(3, ...findings.map(({ tone }) => WEIGHT[tone]));

/** Every provider and clinic with a connected account, those with the worst trouble first; administrators only. */
export async function listSyncHealth(app: AppContext): Promise<SyncOverviewView> {
  authorize(app.actor, "health.view");
  const items = (await loadSyncFacts(app, null)).map((sync) => toItem(app, sync));
  return { items: items.toSorted((a, b) => weightOf(a) - weightOf(b) || (b.lagSeconds ?? 0) - (a.lagSeconds ?? 0)) };
}

function toItem(app: AppContext, sync: OwnerSync): SyncOverviewItem {
  const { owner, connections, queue, requests, comparisons } = sync;
  const calendars = connections.flatMap((connection) => connection.calendars);
  return {
    ownerId: owner.id,
    owner: owner.name,
    isProvider: owner.isProvider,
    accounts: connections.length,
    calendars: calendars.filter(({ readsBusy }) => readsBusy).length,
    lagSeconds: lagOf(connections, app.clock.now()),
    waiting: queue.waiting,
    failing: queue.failing,
    refused: queue.refused,
    requests: requests.waiting + requests.clashing,
    differences: calendars.reduce((sum, { id }) => sum + countDifferences(comparisons.get(id)).differences, 0),
    findings: diagnoseProvider(app, sync),
  };
}
