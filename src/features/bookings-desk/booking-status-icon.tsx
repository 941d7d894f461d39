import { Ban, CalendarCheck, CheckCheck, CircleDashed, CircleX, Hourglass, MoveRight, TimerOff, UserRoundCheck, UserRoundX, type LucideIcon } from "lucide-react";
import type { BookingStatus } from "@/application/shared/common-schemas";

const ICONS: Readonly<Record<BookingStatus, LucideIcon>> = {
  HELD: CircleDashed,
  PENDING: Hourglass,
  CONFIRMED: CalendarCheck,
  CHECKED_IN: UserRoundCheck,
  COMPLETED: CheckCheck,
  EXPIRED: TimerOff,
  DECLINED: Ban,
  CANCELLED: CircleX,
  RESCHEDULED: MoveRight,
  NO_SHOW: UserRoundX,
};

export function BookingStatusIcon({ status, className }: { status: BookingStatus; className?: string }) {
  const Icon = ICONS[status];
  return <Icon aria-hidden="true" className={className} />;
}
