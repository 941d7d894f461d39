import Link from "next/link";
import type { SlotView } from "@/application/availability/availability-schemas";
import { formatLocal } from "@/domain/time/format-time";
import type { Refusal } from "@/features/api/refusal";
import { Alert } from "@/ui/alert";
import { ChoiceButton } from "@/ui/choice-button";

type TakenNoticeProps = {
  refusal: Refusal;
  wanted: SlotView;
  /** In place of what is taken. */
  alternatives: readonly SlotView[];
  onPick: (slot: SlotView) => void;
  /** They had told who comes. */
  isTyped?: boolean;
  /** Where somebody else may be free. */
  others?: { name: string; href: string } | null;
};

/** A time that could not be had turns into the nearest ones; one of which nothing was heard is offered again. */
export function TakenNotice({ refusal, wanted, alternatives, onPick, isTyped = false, others }: TakenNoticeProps) {
  const { time, weekday } = formatLocal(wanted.localStart);
  const what = refusal.code === "SLOT_TAKEN" ? `${weekday} ${time} was just taken. Nothing was booked.` : refusal.message;
  const isUnheard = refusal.httpStatus >= 500;
  const offered = isUnheard ? [wanted] : alternatives;
  return (
    <div data-notice="" className="mb-5">
      <Alert tone="pending" announce="assertive" title={what}>
        {isTyped && <p className="mb-2">What you typed stays.</p>}
        {offered.length > 0 && (
          <>
            <p className="mb-2">{isUnheard ? "Ask for it again:" : offered.length === 1 ? "This is the nearest free time:" : "These are the nearest free times:"}</p>
            <ul className="flex flex-wrap gap-2">
              {offered.map((slot) => {
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
          <p className={offered.length > 0 ? "mt-3" : undefined}>
            <Link href={others.href} className="text-link">
              See who else is free at {others.name}
            </Link>
          </p>
        )}
      </Alert>
    </div>
  );
}
