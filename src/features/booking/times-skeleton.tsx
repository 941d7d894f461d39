import { Skeleton } from "@/ui/skeleton";

/** Holds the place of a day's times. */
export function TimesSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Looking for free times…</span>
      <Skeleton className="h-6 w-48" />
      <div className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
        {Array.from({ length: 9 }, (_, index) => (
          <Skeleton key={index} className="h-11" />
        ))}
      </div>
    </div>
  );
}
