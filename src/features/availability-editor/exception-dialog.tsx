"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ExceptionView } from "@/application/schedule/schedule-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { RadioCardGroup } from "@/ui/radio-card-group";
import { EXCEPTION_KINDS } from "./exception-words";
import { TimeRangeFields } from "./time-range-fields";

type ExceptionDialogProps = { providerId: string; today: string; initialDate: string; onClose: () => void; onAdded: (added: { id: string; bookingsInside: number }, kind: ExceptionView["kind"]) => void };

/** Leave, other hours or extra hours for one day or many. */
export function ExceptionDialog({ providerId, today, initialDate, onClose, onAdded }: ExceptionDialogProps) {
  const trpc = useTRPC();
  const [kind, setKind] = useState<ExceptionView["kind"]>("CLOSED");
  const [fromDate, setFromDate] = useState(initialDate);
  const [toDate, setToDate] = useState(initialDate);
  const [isWholeDay, setIsWholeDay] = useState(true);
  const [hours, setHours] = useState({ startMinute: 540, endMinute: 1020 });
  const [label, setLabel] = useState("");
  const add = useMutation(trpc.schedule.addException.mutationOptions({ onSuccess: (added) => onAdded(added, kind) }));
  const hasHours = kind !== "CLOSED" || !isWholeDay;
  const refusal = add.error ? refusalOf(add.error) : null;
  const errorOf = (field: string) => refusal?.fields.find((problem) => problem.field === field)?.message;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Change some days"
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" loading={add.isPending && "Adding…"} onClick={() => add.mutate({ providerId, kind, fromDate, toDate, label, ...(hasHours ? hours : { startMinute: null, endMinute: null }) })}>
            {kind === "CLOSED" ? "Add leave" : "Add hours"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <RadioCardGroup legend="What changes" hideLegend cards={EXCEPTION_KINDS} value={kind} onValueChange={(value) => setKind(EXCEPTION_KINDS.find((one) => one.value === value)?.value ?? "CLOSED")} />
        <div className="grid grid-cols-2 gap-3">
          <Field label="First day" error={errorOf("fromDate")}>
            {(control) => (
              <Input
                {...control}
                type="date"
                min={today}
                value={fromDate}
                onChange={(event) => {
                  setFromDate(event.target.value);
                  if (toDate < event.target.value) setToDate(event.target.value);
                }}
              />
            )}
          </Field>
          <Field label="Last day" error={errorOf("toDate")}>
            {(control) => <Input {...control} type="date" min={fromDate} value={toDate} onChange={(event) => setToDate(event.target.value)} />}
          </Field>
        </div>
        {kind === "CLOSED" && <Checkbox label="Whole days" checked={isWholeDay} onChange={(event) => setIsWholeDay(event.target.checked)} />}
        {hasHours && <TimeRangeFields name="Hours of these days" fieldId="exception-hours" range={hours} error={errorOf("startMinute") ?? errorOf("endMinute")} onChange={(change) => setHours({ ...hours, ...change })} />}
        <Field label="Note" hint="Only the clinic sees it, such as “Conference”." optional error={errorOf("label")}>
          {(control) => <Input {...control} value={label} maxLength={80} onChange={(event) => setLabel(event.target.value)} />}
        </Field>
        {refusal && refusal.fields.length === 0 && (
          <Alert tone="danger" announce="assertive" title="Nothing was added">
            {refusal.message}
          </Alert>
        )}
      </div>
    </Dialog>
  );
}
