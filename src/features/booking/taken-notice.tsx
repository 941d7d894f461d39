import Link from "next/link";
import type { SlotView } from "@/application/availability/availability-schemas";
import { formatLocal } from "@/domain/time/format-time";
import type { Refusal } from "@/features/api/refusal";
import { Alert } from "@/ui/alert";
import { ChoiceButton } from "@/ui/choice-button";

type TakenNoticeProps = { refusal: Refusal; /** What was wanted. */ localStart: string; alternatives: readonly SlotView[]; onPick: (slot: SlotView) => void; /** Where somebody else may be free. */ others?: { name: string; href: string } | null };

/** A time that could not be had turns into the nearest ones. */
export function TakenNotice({ refusal, localStart, alternatives, onPick, others }: TakenNoticeProps) {
  const { time, weekday } = formatLocal(localStart);
  const what = refusal.code === "SLOT_TAKEN" ? `${weekday} ${time} was just taken by somebody else. Nothing was booked.` : refusal.message;
  return (
    <Alert tone="pending" announce="assertive" title={what} className="mb-5">
      {alternatives.length > 0 && (
        <>
          <p className="mb-2">{alternatives.length === 1 ? "This is the nearest free time:" : "These are the nearest free times:"}</p>
          <ul className="flex flex-wrap gap-2">
            {alternatives.map((slot) => {
              const { time: free, weekdayShort, dayMonthShort } = formatLocal(slot.localStart);
              return (
                <li key={slot.startsAt}>
                  <ChoiceButton onClick={() => onPick(slot)}>
                    <span className="text-sm font-normal">
                      {weekdayShort} {dayMonthShort}
                    </span>
                    {free}
                  </ChoiceButton>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {others && (
        <p className={alternatives.length > 0 ? "mt-3" : undefined}>
          <Link href={others.href} className="text-link">
            See who else is free at {others.name}
          </Link>
        </p>
      )}
    </Alert>
  );
}
