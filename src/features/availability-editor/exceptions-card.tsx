"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarOff, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { ExceptionView, ScheduleView } from "@/application/schedule/schedule-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { DateGrid } from "@/ui/date-grid";
import { IconButton } from "@/ui/icon-button";
import { showToast } from "@/ui/toast";
import { ExceptionDialog } from "./exception-dialog";
import { daysInWords, exceptionInWords } from "./exception-words";

/** Days that differ from the usual week, on a month and in a list. */
export function ExceptionsCard({ schedule }: { schedule: ScheduleView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { providerId, today, exceptions, holidays, canEdit } = schedule;
  const [month, setMonth] = useState(today.slice(0, 7));
  const [dialogDate, setDialogDate] = useState<string | null>(null);
  const [inside, setInside] = useState(0);
  const refresh = () => Promise.all([queryClient.invalidateQueries({ queryKey: trpc.schedule.get.pathKey() }), queryClient.invalidateQueries({ queryKey: trpc.schedule.preview.pathKey() })]);
  const onError = (error: unknown) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message });
  const add = useMutation(trpc.schedule.addException.mutationOptions({ onSuccess: refresh, onError }));
  const remove = useMutation(
    trpc.schedule.removeException.mutationOptions({
      onError,
      onSuccess: () => {
        setInside(0);
        return refresh();
      },
    }),
  );

  function removeWithUndo({ id, ...exception }: ExceptionView) {
    remove.mutate(
      { providerId, exceptionId: id },
      { onSuccess: () => showToast({ title: "Removed. The weekly hours apply again.", action: { label: "Undo", onSelect: () => add.mutate({ providerId, ...exception }) } }) },
    );
  }

  const covering = (date: string) => exceptions.find(({ fromDate, toDate }) => fromDate <= date && date <= toDate);
  return (
    <Card aria-labelledby="exceptions-title">
      <CardHeader
        headingId="exceptions-title"
        title="Days that differ"
        detail="Leave, other hours, extra hours"
        action={
          canEdit && (
            <Button size="sm" onClick={() => setDialogDate(today)}>
              <Plus aria-hidden="true" />
              Add
            </Button>
          )
        }
      />
      <CardBody className="grid gap-5">
        <DateGrid
          month={month}
          onMonthChange={setMonth}
          selected={null}
          onSelect={(date) => canEdit && setDialogDate(date)}
          today={today}
          earliest={today}
          factsOf={(date) => ({ ...(date < today && { disabledReason: "Past" }), dots: covering(date) || holidays.some(({ onDate }) => onDate === date) ? 1 : 0 })}
          legend="A dot marks a day that differs. Choose a day to change it."
        />
        {inside > 0 && (
          <Alert tone="pending" announce="polite" title={inside === 1 ? "One booking lies in this leave" : `${inside} bookings lie in this leave`}>
            They stay until you move or cancel them. <Link href="/provider/schedule" className="text-link">Open the schedule</Link>
          </Alert>
        )}
        {exceptions.length === 0 ? (
          <p className="flex items-start gap-2 text-muted">
            <CalendarOff aria-hidden="true" className="mt-0.5 size-4.5" />
            No leave planned. Days you close here disappear from your page at once; bookings you already have stay.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {exceptions.map((exception) => (
              <li key={exception.id} className="flex items-center justify-between gap-3 py-2">
                <div className="min-w-0">
                  <p className="font-medium tabular-nums">{daysInWords(exception)}</p>
                  <p className="text-sm text-muted">
                    {exceptionInWords(exception)}
                    {exception.label && ` · ${exception.label}`}
                  </p>
                </div>
                {canEdit && <IconButton label={`Remove ${exceptionInWords(exception)}, ${daysInWords(exception)}`} icon={<Trash2 aria-hidden="true" />} onClick={() => removeWithUndo(exception)} />}
              </li>
            ))}
          </ul>
        )}
      </CardBody>
      {dialogDate !== null && (
        <ExceptionDialog
          providerId={providerId}
          today={today}
          initialDate={dialogDate}
          onClose={() => setDialogDate(null)}
          onAdded={({ id, bookingsInside }, kind) => {
            setDialogDate(null);
            setInside(bookingsInside);
            void refresh();
            showToast({ title: kind === "CLOSED" ? "Leave added" : "Hours added", action: { label: "Undo", onSelect: () => remove.mutate({ providerId, exceptionId: id }) } });
          }}
        />
      )}
    </Card>
  );
}
