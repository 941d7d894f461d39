"use client";

import { Check, MailQuestion, PencilLine, Undo2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { MailRefusalView } from "@/application/mail-refusals/mail-refusal-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { StatusChip } from "@/ui/status-chip";
import { MailAddressForm } from "./mail-address-form";
import { useMailTask } from "./use-mail-task";

const WHY = { bounced: "Mail came back: the address does not exist or takes no mail.", spam: "Somebody at this address reported our mail as spam.", invalid: "This is not a valid e-mail address." } as const;

/** One refused address: whose it is, why, and what can be done. */
export function MailTask({ task }: { task: MailRefusalView }) {
  const { mark, lift, isWorking } = useMailTask(task.id);
  const [isCorrecting, setCorrecting] = useState(false);
  const { address, patients, reason, reference, providerName, isDone, isLifted } = task;
  const { dayMonthShort, time } = formatLocal(task.localAt);
  const whose = patients.length > 0 ? patients.join(", ") : providerName;
  return (
    <li>
      <Card aria-label={`Mail to ${address}`} className="grid gap-3 p-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <div className="min-w-0">
            <p className="font-medium">{whose}</p>
            <p className="break-all">{address}</p>
          </div>
          {isLifted ? <StatusChip tone="success">Mail is sent again</StatusChip> : isDone ? <StatusChip tone="neutral">Done, mail stays off</StatusChip> : <StatusChip tone="danger">No mail is sent</StatusChip>}
        </div>
        <p className="text-sm text-muted">
          {WHY[reason]} {dayMonthShort}, {time} · {providerName}
          {reference && (
            <>
              {" · "}
              <Link href={`/provider/bookings?open=${reference}`} className="text-link">
                {reference}
              </Link>
            </>
          )}
        </p>
        {isCorrecting && <MailAddressForm refusalId={task.id} onDone={() => setCorrecting(false)} />}
        <div className="flex flex-wrap gap-2">
          {!isLifted && patients.length > 0 && !isCorrecting && (
            <Button size="sm" onClick={() => setCorrecting(true)}>
              <PencilLine aria-hidden="true" />
              Use another address
            </Button>
          )}
          {!isLifted && (
            <Button size="sm" loading={isWorking && "Saving…"} onClick={() => lift()}>
              <MailQuestion aria-hidden="true" />
              Try this address again
            </Button>
          )}
          {!isLifted && (
            <Button size="sm" loading={isWorking && "Saving…"} onClick={() => mark(!isDone)}>
              {isDone ? <Undo2 aria-hidden="true" /> : <Check aria-hidden="true" />}
              {isDone ? "Not done after all" : "Done"}
            </Button>
          )}
        </div>
      </Card>
    </li>
  );
}
