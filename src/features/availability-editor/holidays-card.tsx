"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { ScheduleView } from "@/application/schedule/schedule-schemas";
import { formatDate } from "@/domain/time/format-time";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import { Input } from "@/ui/input";
import { showToast } from "@/ui/toast";

/** Days on which the whole organization is closed; its managers change them. */
export function HolidaysCard({ schedule, canManage }: { schedule: ScheduleView; canManage: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { providerId, holidays, today, organization } = schedule;
  const [name, setName] = useState("");
  const [onDate, setOnDate] = useState("");
  const refresh = () => Promise.all([queryClient.invalidateQueries({ queryKey: trpc.schedule.get.pathKey() }), queryClient.invalidateQueries({ queryKey: trpc.schedule.preview.pathKey() })]);
  const add = useMutation(
    trpc.schedule.addHoliday.mutationOptions({
      onSuccess: async () => {
        setName("");
        setOnDate("");
        await refresh();
      },
    }),
  );
  const remove = useMutation(trpc.schedule.removeHoliday.mutationOptions({ onSuccess: refresh, onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }) }));
  if (organization === null) return null;
  const problems = add.error ? refusalOf(add.error) : null;
  const errorOf = (field: string) => problems?.fields.find((problem) => problem.field === field)?.message;
  return (
    <Card aria-labelledby="holidays-title">
      <CardHeader headingId="holidays-title" title={`Holidays of ${organization}`} detail={canManage ? "Everybody’s weekly hours are closed on these days." : "Your clinic’s managers change these."} />
      <CardBody className="grid gap-4">
        {holidays.length === 0 ? (
          <p className="text-muted">None ahead.</p>
        ) : (
          <ul className="divide-y divide-line">
            {holidays.map((holiday) => (
              <li key={holiday.id} className="flex items-center justify-between gap-3 py-1.5">
                <p className="min-w-0">
                  <span className="font-medium tabular-nums">{formatDate(holiday.onDate)}</span> <span className="text-muted">{holiday.name}</span>
                </p>
                {canManage && (
                  <IconButton
                    label={`Remove ${holiday.name}`}
                    icon={<Trash2 aria-hidden="true" />}
                    onClick={() =>
                      remove.mutate(
                        { providerId, holidayId: holiday.id },
                        { onSuccess: () => showToast({ title: `${holiday.name} is a working day again`, action: { label: "Undo", onSelect: () => add.mutate({ providerId, onDate: holiday.onDate, name: holiday.name }) } }) },
                      )
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {canManage && (
          <form
            className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_auto]"
            onSubmit={(event) => {
              event.preventDefault();
              add.mutate({ providerId, onDate, name });
            }}
          >
            <Field label="Day" error={errorOf("onDate")}>
              {(control) => <Input {...control} type="date" min={today} value={onDate} onChange={(event) => setOnDate(event.target.value)} />}
            </Field>
            <Field label="Name" error={errorOf("name")}>
              {(control) => <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />}
            </Field>
            <Button type="submit" loading={add.isPending && "Adding…"} className="sm:mt-7.5">
              Add
            </Button>
          </form>
        )}
      </CardBody>
    </Card>
  );
}
