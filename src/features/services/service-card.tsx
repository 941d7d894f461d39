import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Clock, Pencil } from "lucide-react";
import type { StaffServiceView } from "@/application/services/service-schemas";
import { formatPrice } from "@/features/providers/format-price";
import { modesInWords } from "@/features/providers/visit-mode-words";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { IconButton } from "@/ui/icon-button";
import { StatusChip } from "@/ui/status-chip";
import { leadInWords } from "./service-choices";

type ServiceCardProps = { service: StaffServiceView; canEdit: boolean; onEdit: () => void; onArchive?: () => void; onRestore?: () => void; onUp?: () => void; onDown?: () => void; level?: 2 | 3 };

/** One kind of visit with its rules in a line each. */
export function ServiceCard({ service, canEdit, onEdit, onArchive, onRestore, onUp, onDown, level = 2 }: ServiceCardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const price = formatPrice({ amount: service.priceAmount, currency: service.currency });
  return (
    <Card className="flex flex-wrap items-start gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0 grow basis-64">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading className="text-lg">{service.name}</Heading>
          {service.requiresApproval && <StatusChip tone="pending">You approve</StatusChip>}
        </div>
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3">
          <span className="time-figure">{service.durationMinutes} min</span>
          <span className="time-figure">{price}</span>
          <span className="text-muted">{modesInWords(service.modes)}</span>
        </p>
        {service.description && <p className="mt-1.5 max-w-prose text-muted">{service.description}</p>}
        <p className="mt-1.5 flex items-start gap-1.5 text-sm text-muted">
          <Clock aria-hidden="true" className="mt-0.5 size-3.5" />
          {rulesInWords(service)}
        </p>
      </div>
      {canEdit && (
        <div className="flex items-center gap-1">
          {onUp && <IconButton label={`Move ${service.name} up`} icon={<ArrowUp aria-hidden="true" />} onClick={onUp} />}
          {onDown && <IconButton label={`Move ${service.name} down`} icon={<ArrowDown aria-hidden="true" />} onClick={onDown} />}
          {onArchive && <IconButton label={`Stop offering ${service.name}`} icon={<Archive aria-hidden="true" />} onClick={onArchive} />}
          {onRestore && (
            <Button size="sm" onClick={onRestore}>
              <ArchiveRestore aria-hidden="true" />
              Offer again<span className="sr-only">: {service.name}</span>
            </Button>
          )}
          <Button size="sm" onClick={onEdit}>
            <Pencil aria-hidden="true" />
            Edit<span className="sr-only"> {service.name}</span>
          </Button>
        </div>
      )}
    </Card>
  );
}

function rulesInWords(service: StaffServiceView): string {
  const buffer = service.bufferBeforeMinutes + service.bufferAfterMinutes;
  return [
    buffer > 0 ? `${buffer} min kept free around it` : "no buffer",
    service.minimumNoticeMinutes > 0 ? `booked ${leadInWords(service.minimumNoticeMinutes)} ahead or more` : "booked at any notice",
    `up to ${service.horizonDays} days ahead`,
    service.dailyCap === null ? null : `at most ${service.dailyCap} a day`,
    service.cancellationWindowMinutes > 0 ? `cancelled until ${leadInWords(service.cancellationWindowMinutes)} before` : "cancelled at any time",
  ]
    .filter((words) => words !== null)
    .join(" · ");
}
