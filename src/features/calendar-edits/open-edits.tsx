"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/features/api/trpc-client";
import { formatLocal } from "@/domain/time/format-time";
import { Alert } from "@/ui/alert";

type OpenEditsProps = { providerId: string; onOpen: (reference: string) => void };

/** How often an open page looks for changes made in Google. */
const REFRESH_MS = 4_000;

/** The visits whose events were changed in Google and that are not settled yet; each opens its booking. Nothing when there are none. */
export function OpenEdits({ providerId, onOpen }: OpenEditsProps) {
  const trpc = useTRPC();
  const { data = [] } = useQuery({ ...trpc.calendarEdits.list.queryOptions({ providerId }), refetchInterval: REFRESH_MS });
  const open = data.filter(({ state }) => state !== "put-back");
  if (open.length === 0) return null;
  const asked = open.filter(({ state }) => state === "asked").length;
  return (
    <Alert tone="pending" announce="polite" className="mb-4" title={asked > 0 ? (asked === 1 ? "A change made in Google needs your answer" : `${asked} changes made in Google need your answer`) : "Changed in Google, taking effect soon"}>
      <ul className="grid gap-1">
        {open.map((edit) => (
          <li key={edit.id}>
            <button type="button" className="text-link inline-block min-h-6 text-left pointer-coarse:min-h-11" onClick={() => onOpen(edit.reference)}>
              {edit.patientName}, {formatLocal(edit.from).dateTime}
            </button>
            : {edit.sentence.charAt(0).toLowerCase() + edit.sentence.slice(1)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
