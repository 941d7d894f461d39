import type { StaffBookingView } from "@/application/booking/booking-schemas";
import type { StatusTone } from "@/ui/status-tone";

/** How a booking's calendar event stands; nothing to show where no calendar is connected. */
export const SYNC_CHIP: Readonly<Record<StaffBookingView["sync"]["state"], { label: string; tone: StatusTone } | null>> = {
  none: null,
  pending: { label: "Calendar updating", tone: "pending" },
  synced: { label: "In the calendar", tone: "success" },
  failed: { label: "Calendar not updated", tone: "danger" },
  removed: { label: "Taken out of the calendar", tone: "neutral" },
};
