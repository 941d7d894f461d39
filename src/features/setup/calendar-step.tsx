"use client";

import { useMutation } from "@tanstack/react-query";
import { CalendarSync } from "lucide-react";
import { CALENDAR_PROBLEMS, type CalendarProblem } from "@/application/calendar/calendar-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { CONNECT_FROM_SETUP_ADDRESS } from "@/features/integrations/connect-address";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { Card, CardBody } from "@/ui/card";
import { StatusChip } from "@/ui/status-chip";
import type { StepProps } from "./setup-steps";
import { StepFrame } from "./step-frame";

/** Connecting a calendar is worth it and can wait; finishing makes the page public. */
export function CalendarStep({ setup, heading, onDone, onBack, problem }: StepProps & { problem: CalendarProblem | null }) {
  const trpc = useTRPC();
  const publish = useMutation(trpc.providerProfile.publish.mutationOptions({ onSuccess: () => onDone("done") }));
  const isConnected = setup.calendar === "connected";
  const canConnect = setup.calendar === "none" || setup.calendar === "reconnect";
  return (
    <StepFrame
      heading={heading}
      title="Keep your calendar in step"
      detail="Your own events block bookings, and bookings appear in your Google Calendar."
      onBack={onBack}
      actions={
        <Button variant={canConnect ? "secondary" : "primary"} size="lg" loading={publish.isPending && "Opening your page…"} onClick={() => publish.mutate()}>
          {canConnect ? "Skip, and open my page" : "Open my page"}
        </Button>
      }
    >
      {problem !== null && canConnect && (
        <Alert tone={problem === "denied" ? "pending" : "danger"} announce="assertive" title="Google Calendar was not connected" className="mb-4">
          {CALENDAR_PROBLEMS[problem]}
        </Alert>
      )}
      {publish.error && (
        <Alert tone="danger" announce="assertive" title="Your page is not open yet" className="mb-4">
          {refusalOf(publish.error).message}
        </Alert>
      )}
      <Card>
        <CardBody className="flex flex-wrap items-center justify-between gap-4">
          <div className="flex min-w-0 items-center gap-4">
            <span aria-hidden="true" className="grid size-10 shrink-0 place-items-center rounded-lg bg-primary-soft text-primary-ink">
              <CalendarSync />
            </span>
            <div className="min-w-0">
              <p className="font-medium">Google Calendar</p>
              <p className="text-muted wrap-anywhere">
                {isConnected ? setup.calendarEmail : setup.calendar === "off" ? "Switched off on this installation. You can go on without it." : setup.calendar === "reconnect" ? "Has to be connected again." : "Three clicks. Nobody sees what your events are."}
              </p>
            </div>
          </div>
          {isConnected && <StatusChip tone="success">Connected</StatusChip>}
          {canConnect && (
            <a href={CONNECT_FROM_SETUP_ADDRESS} className={buttonClasses({ variant: "primary", size: "lg" })}>
              Connect Google Calendar
            </a>
          )}
        </CardBody>
      </Card>
      {canConnect && <p className="mt-3 text-sm text-muted">You can connect it at any time under Integrations.</p>}
    </StepFrame>
  );
}
