import { formatLocal, zoneCity, zoneInWords } from "@/domain/time/format-time";

type ChosenTimeProps = { localStart: string; providerLocalStart: string; timeZone: string; providerTimeZone: string };

/** The date and time as the largest thing on the page, and the clinic's clock beside it where it differs. */
export function ChosenTime({ localStart, providerLocalStart, timeZone, providerTimeZone }: ChosenTimeProps) {
  const { date, time } = formatLocal(localStart);
  const there = formatLocal(providerLocalStart);
  const isElsewhere = providerLocalStart !== localStart;
  return (
    <div>
      <p className="text-2xl font-semibold tracking-tight text-balance">
        {date}, <span className="whitespace-nowrap text-primary-ink tabular-nums">{time}</span>
      </p>
      <p className="mt-1 text-muted">
        {zoneInWords(timeZone)}
        {isElsewhere && (
          <>
            . That is <span className="tabular-nums">{there.time}</span>
            {there.date !== date && ` on ${there.date}`} in {zoneCity(providerTimeZone)}, where the clinic is.
          </>
        )}
      </p>
    </div>
  );
}
