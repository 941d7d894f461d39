"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/features/api/trpc-client";

/** How many texts wait for a person, beside the page's name. */
export function UnreadBadge() {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.messages.unread.queryOptions(), refetchInterval: 10_000 });
  if (data === undefined || data.unread === 0) return null;
  return (
    <span className="rounded-full bg-primary px-1.5 text-xs leading-5 font-semibold text-on-primary tabular-nums">
      {data.unread > 99 ? "99+" : data.unread}
      <span className="sr-only"> unread</span>
    </span>
  );
}
