"use client";

import { useQuery } from "@tanstack/react-query";
import type { CalendarEditView } from "@/application/calendar-edits/calendar-edit-schemas";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { EditList } from "./edit-list";
import { ManyDeletions } from "./many-deletions";

type OpenEditsProps = { providerId: string; onOpen: (reference: string) => void };

/** How often an open page looks for changes made in Google. */
const REFRESH_MS = 4_000;

/** The visits whose events were changed in Google and that are not settled yet; each opens its booking. Nothing when there are none. */
export function OpenEdits({ providerId, onOpen }: OpenEditsProps) {
  const trpc = useTRPC();
  const { data = [] } = useQuery({ ...trpc.calendarEdits.list.queryOptions({ providerId }), refetchInterval: REFRESH_MS });
  const open = data.filter(({ state }) => state !== "put-back");
  const many = open.filter(({ isOneOfMany }) => isOneOfMany);
  const single = many.length > 1 ? open.filter(({ isOneOfMany }) => !isOneOfMany) : open;
  return (
    <>
      {many.length > 1 && <ManyDeletions edits={many} onOpen={onOpen} />}
      {single.length > 0 && (
        <Alert tone="pending" announce="polite" className="mb-4" title={titleOf(single)}>
          <EditList edits={single} onOpen={onOpen} />
        </Alert>
      )}
    </>
  );
}

function titleOf(edits: readonly CalendarEditView[]): string {
  const asked = edits.filter(({ state }) => state === "asked").length;
  if (asked > 0) return asked === 1 ? "A change made in Google needs your answer" : `${asked} changes made in Google need your answer`;
  return edits.some(({ asksFirst }) => !asksFirst) ? "Changed in Google, taking effect soon" : "Changed in Google. You are asked before it counts";
}
