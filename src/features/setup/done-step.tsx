"use client";

import { CalendarDays, ExternalLink } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "@/ui/button-classes";
import { Card, CardBody } from "@/ui/card";
import { CopyButton } from "@/ui/copy-button";
import { GeneratedPortrait } from "@/ui/generated-portrait";
import type { StepProps } from "./setup-steps";
import { StepFrame } from "./step-frame";

/** The page is open: its address, and where to go next. */
export function DoneStep({ setup, heading }: StepProps) {
  const { provider } = setup;
  if (provider === null) return null;
  return (
    <StepFrame
      heading={heading}
      title="Your page is open"
      detail="Patients can find you and book. Put the address on your website, in your e-mails, on your door."
      actions={
        <>
          <a href={provider.publicUrl} target="_blank" rel="noreferrer" className={buttonClasses({ size: "lg", className: "max-sm:w-full" })}>
            <ExternalLink aria-hidden="true" />
            See it as a patient
          </a>
          <Link href="/provider/schedule" className={buttonClasses({ variant: "primary", size: "lg", className: "max-sm:w-full" })}>
            <CalendarDays aria-hidden="true" />
            Open the schedule
          </Link>
        </>
      }
    >
      <Card>
        <CardBody className="flex flex-wrap items-center gap-5">
          <GeneratedPortrait seed={provider.profile.portraitSeed} className="size-16 shrink-0 rounded-full" />
          <div className="min-w-0 grow">
            <p className="text-lg font-semibold">{provider.profile.name}</p>
            <p className="text-muted">{provider.profile.title}</p>
            <p className="mt-1 font-medium break-all">{provider.publicUrl}</p>
          </div>
          <CopyButton text={provider.publicUrl} label="Copy the address" size="md" />
        </CardBody>
      </Card>
    </StepFrame>
  );
}
