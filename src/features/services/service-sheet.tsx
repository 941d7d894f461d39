"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import type { ServiceFields, StaffServiceView } from "@/application/services/service-schemas";
import { DEFAULT_REMINDERS } from "@/domain/messages/reminder-step";
import { CATALOGUE } from "@/domain/services/catalogue";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Sheet } from "@/ui/sheet";
import { showToast } from "@/ui/toast";
import { ServiceForm } from "./service-form";

type ServiceSheetProps = { providerId: string; service: StaffServiceView | "new"; currency: string; onClose: () => void };

/** Creates or edits one service beside the list. */
export function ServiceSheet({ providerId, service, currency, onClose }: ServiceSheetProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const formId = useId();
  const isNew = service === "new";
  const done = (title: string) => ({
    onSuccess: async () => {
      showToast({ title });
      onClose();
      await queryClient.invalidateQueries({ queryKey: trpc.services.pathKey() });
      await queryClient.invalidateQueries({ queryKey: trpc.schedule.get.pathKey() });
    },
  });
  const create = useMutation(trpc.services.create.mutationOptions(done("Service added. Patients can book it now.")));
  const update = useMutation(trpc.services.update.mutationOptions(done("Service saved. Existing bookings stay as they are.")));
  const work = isNew ? create : update;
  const refusal = work.error ? refusalOf(work.error) : null;
  const submit = (fields: ServiceFields) => (isNew ? create.mutate({ providerId, services: [fields] }) : update.mutate({ providerId, serviceId: service.id, service: fields }));
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={isNew ? "New service" : service.name}
      detail={isNew ? undefined : "Changes count for new bookings. Those you have keep their price, length and rules."}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" type="submit" form={formId} loading={work.isPending && "Saving…"}>
            {isNew ? "Add the service" : "Save"}
          </Button>
        </>
      }
    >
      {refusal && refusal.fields.length === 0 && (
        <Alert tone="danger" announce="assertive" title="Nothing was saved" className="mb-4">
          {refusal.message}
        </Alert>
      )}
      <ServiceForm formId={formId} initial={isNew ? blank(currency) : fieldsOf(service)} serverProblems={refusal?.fields ?? []} onSubmit={submit} />
    </Sheet>
  );
}

const blank = (currency: string): ServiceFields => ({ ...CATALOGUE[0], name: "", currency, modes: ["IN_PERSON"], reminders: [...DEFAULT_REMINDERS] });

function fieldsOf({ id: _id, slug: _slug, isActive: _isActive, position: _position, ...fields }: StaffServiceView): ServiceFields {
  return fields;
}
