"use client";

import { useEffect, useRef, useState } from "react";
import { ArrowLeft } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import type { SlotView } from "@/application/availability/availability-schemas";
import { addDays, type CivilDate } from "@/domain/time/calendar-day";
import { formatLocal } from "@/domain/time/format-time";
import { useCommand } from "@/features/api/use-command";
import { ChosenTime } from "@/features/booking/chosen-time";
import { findSlot } from "@/features/booking/find-slot";
import { TakenNotice } from "@/features/booking/taken-notice";
import { TimePicker } from "@/features/booking/time-picker";
import { useSlots } from "@/features/booking/use-slots";
import { Button } from "@/ui/button";

type MoveVisitProps = { booking: BookingView; manageToken: string; today: CivilDate; horizonDays: number; onMoved: (booking: BookingView) => void; onKeep: () => void };

/** The same times as at booking, and those that overlap the visit's own; the old one is kept until the new one is sure. Default export because it is loaded when asked for. */
export default function MoveVisit({ booking, manageToken, today, horizonDays, onMoved, onKeep }: MoveVisitProps) {
  const { timeZone, providerTimeZone, service } = booking;
  // Most who move want the same day or one near it.
  const ownDay = booking.localStart.slice(0, 10);
  const [day, setDay] = useState<CivilDate | null>(ownDay);
  const [month, setMonth] = useState<string | null>(null);
  const [chosen, setChosen] = useState<SlotView | null>(null);
  const question = useRef<HTMLHeadingElement>(null);
  const found = useSlots({ whose: booking.provider.slug, service: service.slug, horizonDays, timeZone, today, until: month ? addDays(`${month}-01`, 31) : ownDay, manageToken });
  const move = useCommand("bookings.rescheduleByLink", {
    onDone: onMoved,
    onRefused() {
      setChosen(null);
      found.refetch();
    },
  });
  useEffect(() => {
    question.current?.focus();
  }, [chosen]);

  if (chosen) {
    const old = formatLocal(booking.localStart);
    return (
      <div className="mt-4 rounded-xl border border-line bg-raised p-5">
        <h3 ref={question} tabIndex={-1} className="mb-2 text-muted">
          Move from <span className="line-through">{old.dateTime}</span> to
        </h3>
        <ChosenTime {...chosen} timeZone={timeZone} providerTimeZone={providerTimeZone} mode={booking.mode} />
        <p className="mt-2 text-muted">{booking.provider.name} is told, and your old time becomes free for others.</p>
        <div className="mt-5 flex gap-2 max-sm:flex-col">
          <Button variant="primary" loading={move.isWorking && "Moving…"} onClick={() => move.run({ manageToken, startsAt: chosen.startsAt })}>
            Move the appointment
          </Button>
          <Button variant="quiet" onClick={() => setChosen(null)}>
            Choose another time
          </Button>
        </div>
      </div>
    );
  }
  const { refusal } = move;
  const refused = move.input?.startsAt;
  const slotAt = (startsAt: string) => findSlot(startsAt, found.slots, timeZone, providerTimeZone, service.durationMinutes);
  return (
    <div className="mt-1">
      <Button variant="quiet" size="sm" onClick={onKeep} className="mb-3 -ml-3">
        <ArrowLeft aria-hidden="true" />
        Keep {formatLocal(booking.localStart).dateTime}
      </Button>
      <TimePicker
        found={found}
        today={today}
        timeZone={timeZone}
        providerTimeZone={providerTimeZone}
        day={day}
        onDayChange={(date) => {
          setDay(date);
          setMonth(date.slice(0, 7));
        }}
        month={month}
        onMonthChange={setMonth}
        picked={null}
        onPick={setChosen}
        isZoneFixed
        notice={refusal && refused && <TakenNotice refusal={refusal} wanted={slotAt(refused)} alternatives={refusal.alternatives.map((free) => slotAt(free.startsAt))} onPick={setChosen} />}
        clinic={booking.location ?? booking.provider}
      />
    </div>
  );
}
