"use client";

import { lazy, Suspense, useState, useTransition } from "react";
import { Globe } from "lucide-react";
import { useRouter } from "next/navigation";
import type { SlotView } from "@/application/availability/availability-schemas";
import { minutesApart, offsetDifference, zoneInWords } from "@/domain/time/format-time";
import { rememberZone } from "@/features/site/device-zone";

const ZoneSelect = lazy(() => import("./zone-select"));

type ZoneNoteProps = { timeZone: string; providerTimeZone: string; /** A start on the day that is shown, to compare the clocks by. */ sample: SlotView | undefined; isFixed: boolean };

/** Says in which zone the times are, how the clinic's clock differs, and lets the person read another clock. */
export function ZoneNote({ timeZone, providerTimeZone, sample, isFixed }: ZoneNoteProps) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [isPending, startTransition] = useTransition();
  const isElsewhere = timeZone !== providerTimeZone && sample !== undefined && sample.localStart !== sample.providerLocalStart;

  function choose(chosen: string) {
    rememberZone({ timeZone: chosen, isChosen: true });
    setIsOpen(false);
    startTransition(() => router.refresh());
  }

  return (
    <div className="text-sm text-muted">
      <div className="flex gap-2 pointer-coarse:items-center">
        <Globe aria-hidden="true" className="mt-0.5 size-4 pointer-coarse:mt-0" />
        {/* Room for two lines on phones: the device's zone, known only in the browser, must not push the times down. */}
        <p className="max-sm:min-h-11 max-sm:pointer-coarse:min-h-16">
          Times in {zoneInWords(timeZone)}.{isElsewhere && ` ${offsetDifference(providerTimeZone, minutesApart(sample.providerLocalStart, sample.localStart), 0)}.`}
          {!isFixed && (
            <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="text-link ml-2 min-h-6 rounded-sm pointer-coarse:min-h-11">
              {isPending ? "Changing…" : "Change"}
            </button>
          )}
        </p>
      </div>
      {isOpen && (
        <Suspense fallback={<p className="mt-2 min-h-10">Loading the list of places…</p>}>
          <ZoneSelect value={timeZone} onChoose={choose} />
        </Suspense>
      )}
    </div>
  );
}
