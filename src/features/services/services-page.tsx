"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Stethoscope } from "lucide-react";
import { useState } from "react";
import type { StaffServiceView } from "@/application/services/service-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { useLiveRegion } from "@/ui/live-region";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { showToast } from "@/ui/toast";
import { ServiceCard } from "./service-card";
import { ServiceSheet } from "./service-sheet";

/** The kinds of visit a provider offers, in the order patients see them. */
export function ServicesPage() {
  const { owner } = useDesk();
  return owner === null ? <NoProviderYet /> : <ServicesOf key={owner.id} providerId={owner.id} />;
}

function ServicesOf({ providerId }: { providerId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { announce, region } = useLiveRegion();
  const [editing, setEditing] = useState<StaffServiceView | "new" | null>(null);
  const list = trpc.services.list.queryOptions({ providerId });
  const { data, error, refetch } = useQuery(list);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.services.pathKey() });
  const onError = async (failure: unknown) => {
    showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(failure).message });
    await refresh();
  };
  const setActive = useMutation(trpc.services.setActive.mutationOptions({ onSuccess: refresh, onError }));
  const reorder = useMutation(trpc.services.reorder.mutationOptions({ onSettled: refresh, onError }));

  const active = data?.items.filter(({ isActive }) => isActive) ?? [];
  const archived = data?.items.filter(({ isActive }) => !isActive) ?? [];

  function move(service: StaffServiceView, step: 1 | -1) {
    const from = active.findIndex(({ id }) => id === service.id);
    const ordered = active.toSpliced(from, 1).toSpliced(from + step, 0, service);
    const items = [...ordered, ...archived];
    queryClient.setQueryData(list.queryKey, (old) => old && { ...old, items });
    reorder.mutate({ providerId, serviceIds: items.map(({ id }) => id) });
    announce(`${service.name} is now number ${from + step + 1}`);
  }

  function archive(service: StaffServiceView) {
    setActive.mutate(
      { providerId, serviceId: service.id, isActive: false },
      {
        onSuccess: () =>
          showToast({
            title: `${service.name} is no longer offered`,
            detail: "Bookings you have for it stay.",
            action: { label: "Undo", onSelect: () => setActive.mutate({ providerId, serviceId: service.id, isActive: true }) },
          }),
      },
    );
  }

  return (
    <>
      {region}
      <PageHeader
        title="Services"
        detail="What patients can book, in the order they see it. Editing a service never changes bookings you already have."
        actions={
          data?.canEdit && (
            <Button variant="primary" onClick={() => setEditing("new")}>
              <Plus aria-hidden="true" />
              New service
            </Button>
          )
        }
      />
      {error && data === undefined && (
        <Alert tone="danger" announce="polite" title="The services could not be read" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      {data === undefined && !error && (
        <div role="status" className="grid gap-3">
          <span className="sr-only">Reading the services</span>
          {[0, 1, 2].map((line) => (
            <Skeleton key={line} className="h-28" />
          ))}
        </div>
      )}
      {data && active.length === 0 && (
        <EmptyState icon={<Stethoscope />} title="Nothing to book yet" action={data.canEdit && <Button onClick={() => setEditing("new")}>Add the first service</Button>}>
          A service is a kind of visit with a length and a price, such as a consultation of 30 minutes. Patients choose one before they see times.
        </EmptyState>
      )}
      <ol className="grid gap-3">
        {active.map((service, index) => (
          <li key={service.id}>
            <ServiceCard
              service={service}
              canEdit={data?.canEdit ?? false}
              onEdit={() => setEditing(service)}
              onArchive={() => archive(service)}
              onUp={index > 0 ? () => move(service, -1) : undefined}
              onDown={index < active.length - 1 ? () => move(service, 1) : undefined}
            />
          </li>
        ))}
      </ol>
      {archived.length > 0 && (
        <section aria-labelledby="archived-title" className="mt-10">
          <h2 id="archived-title" className="mb-3 text-lg">
            No longer offered
          </h2>
          <ul className="grid gap-3">
            {archived.map((service) => (
              <li key={service.id}>
                <ServiceCard level={3} service={service} canEdit={data?.canEdit ?? false} onEdit={() => setEditing(service)} onRestore={() => setActive.mutate({ providerId, serviceId: service.id, isActive: true }, { onSuccess: () => showToast({ title: `${service.name} is offered again` }) })} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {editing !== null && <ServiceSheet providerId={providerId} service={editing} currency={data?.items[0]?.currency ?? "EUR"} onClose={() => setEditing(null)} />}
    </>
  );
}
