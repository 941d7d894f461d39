import type { SlotView } from "@/application/availability/availability-schemas";
import { formatDate, formatLocal } from "@/domain/time/format-time";
import { ChoiceButton } from "@/ui/choice-button";
import { slotsByPart, timesInWords } from "./slot-days";

type DayTimesProps = { day: string; slots: readonly SlotView[]; onPick: (slot: SlotView) => void; /** Called when a choice is likely, to fetch what comes next. */ onAim?: () => void; picked: string | null };

/** One day's free times under morning, afternoon and evening. */
export function DayTimes({ day, slots, onPick, onAim, picked }: DayTimesProps) {
  return (
    <div onPointerEnter={onAim} onFocus={onAim}>
      <h3 className="flex flex-wrap items-baseline gap-x-2">
        {formatDate(day)}
        <span className="text-sm font-normal tracking-normal text-muted">{timesInWords(slots.length)}</span>
      </h3>
      {slotsByPart(slots).map(({ title, slots: ofPart }) => (
        <section key={title} aria-label={title} className="mt-3">
          <h4 className="mb-1.5 text-sm text-muted">{title}</h4>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
            {ofPart.map((slot) => (
              <li key={slot.startsAt}>
                <ChoiceButton selected={slot.startsAt === picked} onClick={() => onPick(slot)} className="w-full">
                  {formatLocal(slot.localStart).time}
                </ChoiceButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
