import type { BookingView } from "@/application/booking/booking-schemas";
import type { StatusTone } from "@/ui/status-tone";

export interface VisitState {
  readonly tone: StatusTone;
  /** Two words for the chip. */
  readonly label: string;
  /** Still to come, as far as anybody knows. */
  readonly isComing: boolean;
}

/** What a patient is told about where an appointment stands at `now` (epoch ms). */
export function visitState({ status, endsAt }: Pick<BookingView, "status" | "endsAt">, now: number): VisitState {
  const isOver = Date.parse(endsAt) <= now;
  switch (status) {
    case "PENDING":
      return { tone: "pending", label: "Awaiting the clinic", isComing: !isOver };
    case "CONFIRMED":
      return isOver ? { tone: "neutral", label: "Past", isComing: false } : { tone: "success", label: "Booked", isComing: true };
    case "CHECKED_IN":
      return { tone: "success", label: "You have arrived", isComing: !isOver };
    case "COMPLETED":
      return { tone: "neutral", label: "Past", isComing: false };
    case "CANCELLED":
      return { tone: "danger", label: "Cancelled", isComing: false };
    case "DECLINED":
      return { tone: "danger", label: "Declined", isComing: false };
    case "EXPIRED":
      return { tone: "neutral", label: "Not confirmed", isComing: false };
    case "NO_SHOW":
      return { tone: "neutral", label: "Missed", isComing: false };
    case "RESCHEDULED":
    case "HELD":
      return { tone: "neutral", label: "Not booked", isComing: false };
  }
}
