"use client";

import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import type { ScheduleOwnerView } from "@/application/schedule/schedule-schemas";
import { DESK_COOKIE } from "./desk-cookie";

interface Desk {
  /** Every provider the viewer may open. */
  readonly owners: readonly ScheduleOwnerView[];
  /** Whose pages are shown; null in a clinic that has no provider yet. */
  readonly owner: ScheduleOwnerView | null;
  choose(providerId: string): void;
}

const DeskContext = createContext<Desk | null>(null);

const YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps whose schedule is open, across pages and reloads. */
export function DeskProvider({ owners, initialId, children }: { owners: readonly ScheduleOwnerView[]; initialId: string | null; children: ReactNode }) {
  const [chosenId, setChosenId] = useState(initialId);
  const desk = useMemo<Desk>(
    () => ({
      owners,
      owner: owners.find(({ id }) => id === chosenId) ?? owners[0] ?? null,
      choose(providerId) {
        setChosenId(providerId);
        document.cookie = `${DESK_COOKIE}=${providerId}; path=/provider; max-age=${YEAR_SECONDS}; samesite=lax`;
      },
    }),
    [owners, chosenId],
  );
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("useDesk is used outside the provider pages");
  return desk;
}
