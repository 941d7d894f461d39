"use client";

import { useQuery } from "@tanstack/react-query";
import { Palette } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { NativeSelect } from "@/ui/native-select";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { LookEditor } from "./look-editor";

/** How a clinic's messages look and what they say, for those who manage it. */
export function LookPage() {
  const trpc = useTRPC();
  const [asked, setAsked] = useQueryState("clinic", parseAsString);
  const clinics = useQuery(trpc.messageLook.clinics.queryOptions());
  const organizationId = (clinics.data?.find(({ id }) => id === asked) ?? clinics.data?.[0])?.id;
  const brand = useQuery({ ...trpc.messageLook.brand.queryOptions({ organizationId: organizationId ?? "" }), enabled: organizationId !== undefined });
  const error = clinics.error ?? brand.error;
  return (
    <>
      <PageHeader
        title="Look and words"
        detail="What patients get from you by e-mail and SMS carries your picture, your colour and, where you like, your own sentences."
        actions={
          clinics.data !== undefined &&
          clinics.data.length > 1 && (
            <label>
              <span className="sr-only">Clinic</span>
              <NativeSelect value={organizationId} onChange={(event) => void setAsked(event.target.value)}>
                {clinics.data.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </NativeSelect>
            </label>
          )
        }
      />
      {error && brand.data === undefined && (
        <Alert tone="danger" announce="polite" title="The look of your messages could not be read" action={<Button size="sm" onClick={() => void Promise.all([clinics.refetch(), brand.refetch()])}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      {clinics.data?.length === 0 && (
        <EmptyState icon={<Palette />} title="Only managers of a clinic choose how its messages look">
          Messages of a provider without a clinic carry MedBookings’ own look.
        </EmptyState>
      )}
      {brand.data === undefined && !error && clinics.data?.length !== 0 && <Skeleton className="h-[40rem]" />}
      {brand.data && <LookEditor key={brand.data.organizationId} brand={brand.data} />}
    </>
  );
}
