import type { BookingStatus } from "@/application/shared/common-schemas";
import type { StatusTone } from "@/ui/status-tone";

/** What a request waits for when it is not a person's approval. */
export const WAIT_LABELS = { waiting: "Waiting for the calendar", clash: "Calendar shows something" } as const;

/** Each state of a booking in a word, with the tone it is shown in. */
export const BOOKING_STATUS = {
  HELD: { label: "Being booked", tone: "neutral" },
  PENDING: { label: "Needs approval", tone: "pending" },
  CONFIRMED: { label: "Confirmed", tone: "success" },
  CHECKED_IN: { label: "Checked in", tone: "info" },
  COMPLETED: { label: "Completed", tone: "neutral" },
  EXPIRED: { label: "Expired", tone: "neutral" },
  DECLINED: { label: "Declined", tone: "danger" },
  CANCELLED: { label: "Cancelled", tone: "danger" },
  RESCHEDULED: { label: "Moved", tone: "neutral" },
  NO_SHOW: { label: "Did not come", tone: "danger" },
} as const satisfies Record<BookingStatus, { label: string; tone: StatusTone }>;
