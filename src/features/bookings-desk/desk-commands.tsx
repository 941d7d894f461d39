"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarClock, CalendarDays, ListChecks, MessagesSquare, Plug, Search, Stethoscope, UserRound, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { formatLocal } from "@/domain/time/format-time";
import { useTRPC } from "@/features/api/trpc-client";
import { CommandMenu, type CommandItem } from "@/ui/command-menu";
import { IconButton } from "@/ui/icon-button";
import { useDesk } from "./desk-context";

const PLACES = [
  { href: "/provider/schedule", label: "Schedule", icon: <CalendarDays aria-hidden="true" />, keywords: ["calendar", "day", "week"] },
  { href: "/provider/bookings", label: "Bookings", icon: <ListChecks aria-hidden="true" />, keywords: ["appointments", "list"] },
  { href: "/provider/messages", label: "Messages", icon: <MessagesSquare aria-hidden="true" />, keywords: ["sms", "whatsapp", "texts", "answers"] },
  { href: "/provider/availability", label: "Availability", icon: <CalendarClock aria-hidden="true" />, keywords: ["hours", "leave", "holidays", "breaks"] },
  { href: "/provider/services", label: "Services", icon: <Stethoscope aria-hidden="true" />, keywords: ["prices", "length"] },
  { href: "/provider/integrations", label: "Integrations", icon: <Plug aria-hidden="true" />, keywords: ["google", "sms", "e-mail"] },
  { href: "/provider/profile", label: "Profile", icon: <UserRound aria-hidden="true" />, keywords: ["name", "notifications"] },
] as const;

/** Every page, provider and booking by name, on ⌘K or Ctrl K. */
export function DeskCommands() {
  const { owners, owner, choose } = useDesk();
  const router = useRouter();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const words = useDeferredValue(query.trim());
  const { data, isFetching } = useQuery({ ...trpc.bookings.list.queryOptions({ providerId: owner?.id ?? "", query: words, limit: 6 }), enabled: open && owner !== null && words.length >= 2, placeholderData: keepPreviousData });
  const places = PLACES.map(({ href, label, icon, keywords }): CommandItem => ({ id: href, label, icon, keywords: [...keywords], onSelect: () => router.push(href) }));
  const others = owners
    .filter(({ id }) => id !== owner?.id)
    .map(({ id, name, title }): CommandItem => ({ id, label: name, detail: title, icon: <Users aria-hidden="true" />, onSelect: () => choose(id) }));
  const bookings = (words.length >= 2 ? (data?.items ?? []) : []).map((booking): CommandItem => {
    const { weekdayShort, dayMonthShort, time } = formatLocal(booking.providerLocalStart);
    return {
      id: booking.reference,
      label: booking.patient?.name ?? booking.patientName,
      detail: `${weekdayShort} ${dayMonthShort}, ${time}`,
      icon: <CalendarDays aria-hidden="true" />,
      keywords: [words, booking.reference],
      onSelect: () => router.push(`/provider/bookings?open=${booking.reference}`),
    };
  });
  const groups = [
    { heading: "Bookings", items: bookings },
    { heading: "Go to", items: places },
    { heading: "Providers", items: others },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      <IconButton label="Find anything (Ctrl K)" icon={<Search aria-hidden="true" />} onClick={() => setOpen(true)} />
      <CommandMenu groups={groups} open={open} onOpenChange={setOpen} placeholder="A page, a patient, a reference…" onQueryChange={setQuery} searching={isFetching && "Looking for bookings…"} />
    </>
  );
}
