import type { BookingView } from "@/application/booking/booking-schemas";
import type { StatusTone } from "@/ui/status-tone";

export interface VisitState {
  readonly tone: StatusTone;
  /** Two words for the chip. */
  readonly label: string;
  /** The same as a heading. */
  readonly title: string;
  /** Still to come, as far as anybody knows. */
  readonly isComing: boolean;
  /** It never took place and will not. */
  readonly isOff: boolean;
}

const coming = { isComing: true, isOff: false, title: "Your appointment" };
const over: VisitState = { isComing: false, isOff: false, tone: "neutral", label: "Past", title: "This appointment is over" };
const off = { isComing: false, isOff: true };

/** What a patient is told about where an appointment stands at `now` (epoch ms). */
export function visitState({ status, endsAt, calendarWait }: Pick<BookingView, "status" | "endsAt"> & Partial<Pick<BookingView, "calendarWait">>, now: number): VisitState {
  const isOver = Date.parse(endsAt) <= now;
  switch (status) {
    case "PENDING":
      if (calendarWait === "waiting" && !isOver) return { ...coming, tone: "pending", label: "Held for you", title: "We hold this time for you" };
      return { ...(isOver ? off : coming), tone: "pending", label: "Awaiting the clinic", title: "Your request" };
    case "CONFIRMED":
      return isOver ? over : { ...coming, tone: "success", label: "Booked" };
    case "CHECKED_IN":
      return isOver ? over : { ...coming, tone: "success", label: "You have arrived" };
    case "COMPLETED":
      return over;
    case "CANCELLED":
      return { ...off, tone: "danger", label: "Cancelled", title: "This appointment was cancelled" };
    case "DECLINED":
      return { ...off, tone: "danger", label: "Declined", title: "The clinic could not accept this appointment" };
    case "EXPIRED":
      return { ...off, tone: "neutral", label: "Not confirmed", title: "This appointment was not confirmed in time" };
    case "NO_SHOW":
      return { ...over, label: "Missed", title: "This appointment was missed" };
    case "RESCHEDULED":
    case "HELD":
      return { ...off, tone: "neutral", label: "Not booked", title: "Nothing is booked here" };
  }
}
