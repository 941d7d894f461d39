import { cn } from "./class-names";

/** Holds the place of what is coming. Give it the exact size, and say in words nearby what is loading. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("animate-pulse rounded-md bg-line", className)} />;
}
