"use client";

import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { RefreshCw, Unlink } from "lucide-react";
import type { CalendarLinkView } from "@/application/calendar-links/calendar-link-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { CalendarLine } from "@/features/integrations/calendar-line";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { showToast } from "@/ui/toast";
import { ToneIcon } from "@/ui/tone-icon";

/** One calendar by link: how fresh it is, what counts of it, read it now, remove it. */
export function LinkPanel({ link, onChanged }: { link: CalendarLinkView; onChanged: () => Promise<void> }) {
  const trpc = useTRPC();
  const [isAsking, setIsAsking] = useState(false);
  const onError = (error: unknown) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(error).message });
  const reread = useMutation(trpc.calendarLinks.reread.mutationOptions({ onError, onSuccess: () => showToast({ tone: "info", title: "Reading the calendar", detail: "Changes count in a few seconds." }) }));
  const remove = useMutation(
    trpc.calendarLinks.remove.mutationOptions({
      onError,
      async onSuccess() {
        setIsAsking(false);
        showToast({ title: "The calendar is removed", detail: "Its times no longer block bookings." });
        await onChanged();
      },
    }),
  );
  const { connectionId, host, notice, calendar } = link;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <CalendarLine calendar={calendar} comingEvents={0} onChanged={onChanged} />
      {notice && (
        <p className="flex items-start gap-1.5 text-sm text-pending-ink">
          <ToneIcon tone="pending" className="mt-0.5 size-3.5 shrink-0" />
          {notice}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {calendar.name !== host && <p className="min-w-0 grow text-sm break-all text-muted">From {host}</p>}
        {calendar.readsBusy && (
          <Button size="sm" loading={reread.isPending && "Asking…"} onClick={() => reread.mutate({ connectionId })}>
            <RefreshCw aria-hidden="true" />
            Read it now<span className="sr-only">: {calendar.name}</span>
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={() => setIsAsking(true)}>
          <Unlink aria-hidden="true" />
          Remove<span className="sr-only"> {calendar.name}</span>
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Remove ${calendar.name}?`}
        consequence="Its events stop blocking bookings at once, and we forget its address. Bookings stay as they are."
        confirmLabel="Remove it"
        cancelLabel="Keep it"
        tone="danger"
        working={remove.isPending && "Removing…"}
        onConfirm={() => remove.mutate({ connectionId })}
      />
    </div>
  );
}
