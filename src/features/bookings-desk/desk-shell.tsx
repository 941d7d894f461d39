import { Activity, Building2, CalendarClock, CalendarDays, CalendarSync, ListChecks, MailOpen, MessagesSquare, Palette, Plug, Stethoscope, UserRound, MessageCircleQuestion } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "@/ui/brand-mark";
import { SidebarShell } from "@/ui/sidebar-shell";
import type { NavItem } from "@/ui/sidebar-navigation";
import { ThemeToggle } from "@/ui/theme-toggle";

type DeskShellProps = { isStaff: boolean; /** Of a clinic. */ isManager?: boolean; isAdministrator: boolean; topBar: ReactNode; /** How many messages wait, where that can be asked. */ unread?: ReactNode; children: ReactNode };

const staffItems = (unread: ReactNode): readonly NavItem[] => [
  { href: "/provider/schedule", label: "Schedule", icon: <CalendarDays aria-hidden="true" /> },
  { href: "/provider/bookings", label: "Bookings", icon: <ListChecks aria-hidden="true" /> },
  { href: "/provider/messages", label: "Messages", icon: <MessagesSquare aria-hidden="true" />, badge: unread },
  { href: "/provider/availability", label: "Availability", icon: <CalendarClock aria-hidden="true" /> },
  { href: "/provider/services", label: "Services", icon: <Stethoscope aria-hidden="true" /> },
  { href: "/provider/integrations", label: "Integrations", icon: <Plug aria-hidden="true" /> },
  { href: "/provider/profile", label: "Profile", icon: <UserRound aria-hidden="true" /> },
];

const MANAGER_ITEMS: readonly NavItem[] = [
  { href: "/provider/clinic/calendars", label: "Clinic calendars", icon: <Building2 aria-hidden="true" /> },
  { href: "/provider/clinic/look", label: "Look and words", icon: <Palette aria-hidden="true" /> },
];

const ADMIN_ITEMS: readonly NavItem[] = [
  { href: "/admin/health", label: "Health", icon: <Activity aria-hidden="true" /> },
  { href: "/admin/sync", label: "Calendar sync", icon: <CalendarSync aria-hidden="true" /> },
  { href: "/admin/templates", label: "Message templates", icon: <MailOpen aria-hidden="true" /> },
  { href: "/admin/texts", label: "Unknown numbers", icon: <MessageCircleQuestion aria-hidden="true" /> },
];

/** The frame of every page behind sign-in for those who work here. */
export function DeskShell({ isStaff, isManager = false, isAdministrator, topBar, unread, children }: DeskShellProps) {
  const items = [...(isStaff ? staffItems(unread) : []), ...(isManager ? MANAGER_ITEMS : []), ...(isAdministrator ? ADMIN_ITEMS : [])];
  return (
    <SidebarShell
      brand={
        <Link href="/provider" aria-label="MedBookings, to your schedule">
          <Brand name="MedBookings" />
        </Link>
      }
      items={items}
      topBar={
        <>
          {topBar}
          <ThemeToggle />
        </>
      }
    >
      {children}
    </SidebarShell>
  );
}
