import type { VisitMode } from "@/application/shared/common-schemas";
import { formatLocal, zoneCity, zoneInWords } from "@/domain/time/format-time";
import { cn } from "@/ui/class-names";

type ChosenTimeProps = {
  localStart: string;
  providerLocalStart: string;
  timeZone: string;
  providerTimeZone: string;
  mode: VisitMode;
  /** Struck out: it will not take place. */
  isOff?: boolean;
};

const STRUCK = "text-muted line-through decoration-2";

/** The date and time as the largest thing on the page, and the clinic's clock beside it where it differs. */
export function ChosenTime({ localStart, providerLocalStart, timeZone, providerTimeZone, mode, isOff = false }: ChosenTimeProps) {
  const { date, time } = formatLocal(localStart);
  const there = formatLocal(providerLocalStart);
  const isElsewhere = providerLocalStart !== localStart;
  return (
    <div>
      <p className={cn("text-2xl font-semibold tracking-tight", isOff && STRUCK)}>
        {/* A whole date on one line where it fits, the time below it. A line through text does not reach into such a block by itself. */}
        <span className={cn("inline-block max-w-full", isOff && STRUCK)}>{date},</span> <span className={cn("whitespace-nowrap tabular-nums", !isOff && "text-primary-ink")}>{time}</span>
      </p>
      <p className="mt-1 text-muted">
        {zoneInWords(timeZone)}
        {isElsewhere && (
          <>
            . That is <span className="tabular-nums">{there.time}</span>
            {there.date !== date && ` on ${there.date}`} in {zoneCity(providerTimeZone)}
            {mode === "IN_PERSON" && ", where the clinic is"}.
          </>
        )}
      </p>
    </div>
  );
}
