"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { BrandFields, FOOTER_LINES, type BrandView } from "@/application/message-look/look-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";
import { showToast } from "@/ui/toast";
import { ColourField } from "./colour-field";

type BrandCardProps = { brand: BrandView; fields: BrandFields; onChange: (fields: BrandFields) => void };

/** A clinic's colour, where answers go, and what stands below its address. */
export function BrandCard({ brand: { organizationId, clinicEmail }, fields, onChange }: BrandCardProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const [hasTried, setHasTried] = useState(false);
  const save = useMutation(
    trpc.messageLook.setBrand.mutationOptions({
      onSuccess: async (saved) => {
        setHasTried(false);
        onChange(saved.fields);
        queryClient.setQueryData(trpc.messageLook.brand.queryKey({ organizationId }), saved);
        showToast({ title: "Look saved", detail: "It counts from the next message on." });
        await queryClient.invalidateQueries({ queryKey: trpc.messageLook.preview.pathKey() });
      },
    }),
  );
  const checked = BrandFields.safeParse(cleaned(fields));
  const refusal = save.error ? refusalOf(save.error) : null;
  const found = checked.success ? (refusal?.fields ?? []) : checked.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  const problemOf = (name: keyof BrandFields) => (hasTried ? found.find(({ field }) => field.split(".").includes(name))?.message : undefined);
  return (
    <Card aria-labelledby={`${id}-title`}>
      <CardHeader headingId={`${id}-title`} title="Look" />
      <CardBody>
        <Form
          className="grid gap-4"
          onSubmit={() => {
            setHasTried(true);
            if (checked.success) save.mutate({ organizationId, ...checked.data });
          }}
        >
          {refusal && refusal.fields.length === 0 && (
            <Alert tone="danger" announce="assertive" title="Nothing was saved">
              {refusal.message}
            </Alert>
          )}
          <ColourField value={fields.colour} error={sentence(problemOf("colour"))} onChange={(colour) => onChange({ ...fields, colour })} />
          <Field label="Answers go to" optional hint={`Empty: ${clinicEmail}.`} error={sentence(problemOf("replyTo"))}>
            {(control) => <Input {...control} type="email" value={fields.replyTo} placeholder={clinicEmail} onChange={(event) => onChange({ ...fields, replyTo: event.target.value })} />}
          </Field>
          <Field label="Below your address" optional hint={`Up to ${FOOTER_LINES} lines, such as a register number or opening hours.`} error={sentence(problemOf("footerLines"))}>
            {(control) => <Textarea {...control} rows={2} value={fields.footerLines.join("\n")} onChange={(event) => onChange({ ...fields, footerLines: event.target.value === "" ? [] : event.target.value.split("\n") })} />}
          </Field>
          <Button type="submit" variant="primary" className="justify-self-start" loading={save.isPending && "Saving…"}>
            Save the look
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}

const cleaned = (fields: BrandFields): BrandFields => ({ ...fields, replyTo: fields.replyTo.trim(), footerLines: fields.footerLines.map((line) => line.trim()).filter((line) => line !== "") });

/** "must be an e-mail address" as a sentence of its own. */
const sentence = (problem: string | undefined) => problem && `It ${problem}.`;
