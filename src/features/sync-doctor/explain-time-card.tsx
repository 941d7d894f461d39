"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TimeExplanationView } from "@/application/sync-doctor/sync-doctor-schemas";
import { zoneInWords } from "@/domain/time/format-time";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { NativeSelect } from "@/ui/native-select";
import { Skeleton } from "@/ui/skeleton";

type ExplainTimeCardProps = { providerId: string; timeZone: string };

/** Why is this time not offered? One service, one time, one answer. */
export function ExplainTimeCard({ providerId, timeZone }: ExplainTimeCardProps) {
  const trpc = useTRPC();
  const services = useQuery(trpc.services.list.queryOptions({ providerId }));
  const [draft, setDraft] = useState({ service: "", localStart: "" });
  const [asked, setAsked] = useState<{ service: string; localStart: string } | null>(null);
  const answer = useQuery({ ...trpc.syncDoctor.explain.queryOptions({ providerId, ...(asked ?? draft) }), enabled: asked !== null });
  const service = draft.service || (services.data?.items[0]?.slug ?? "");
  return (
    <Card aria-labelledby="explain-title">
      <CardHeader title="Why is this time not offered?" detail="Name a time; we name the one rule, or what takes it." headingId="explain-title" />
      <CardBody>
        {services.data === undefined && <Skeleton className="h-16" />}
        {services.data && (
          <form
            className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
            onSubmit={(event) => {
              event.preventDefault();
              setAsked({ service, localStart: draft.localStart.slice(0, 16) });
            }}
          >
            <Field label="Service">
              {(control) => (
                <NativeSelect {...control} value={service} onChange={(event) => setDraft({ ...draft, service: event.target.value })}>
                  {services.data.items.map((one) => (
                    <option key={one.id} value={one.slug}>
                      {one.name}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </Field>
            <Field label={`Starts at, ${zoneInWords(timeZone)}`}>{(control) => <Input {...control} type="datetime-local" value={draft.localStart} onChange={(event) => setDraft({ ...draft, localStart: event.target.value })} />}</Field>
            <Button type="submit" loading={answer.isFetching && "Looking…"}>
              Explain
            </Button>
          </form>
        )}
        {asked !== null && (answer.error ? <Alert tone="danger" announce="assertive" title="That could not be looked up" className="mt-4">{refusalOf(answer.error).message}</Alert> : answer.data && <Answer explanation={answer.data} />)}
      </CardBody>
    </Card>
  );
}

function Answer({ explanation }: { explanation: TimeExplanationView }) {
  const { isOffered, sentence, block, localStart } = explanation;
  return (
    <Alert tone={isOffered ? "success" : "info"} announce="polite" className="mt-4" title={`${localStart.slice(11)} on ${localStart.slice(0, 10)}: ${isOffered ? "offered" : "not offered"}`}>
      {block === null ? sentence : `${block.what} is in the way, from ${span(block.localFrom, block.localTo)}. Buffers count too.`}
    </Alert>
  );
}

const span = (from: string, to: string): string => (from.slice(0, 10) === to.slice(0, 10) ? `${from.slice(11)} to ${to.slice(11)}` : `${from.replace("T", " ")} to ${to.replace("T", " ")}`);
