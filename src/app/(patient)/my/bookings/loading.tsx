import { Skeleton } from "@/ui/skeleton";

export default function LoadingMyBookings() {
  return (
    <div role="status" className="mx-auto max-w-3xl py-8 sm:py-12">
      <span className="sr-only">Loading your appointments…</span>
      <Skeleton className="h-9 w-64" />
      <Skeleton className="mt-2 h-6 w-80 max-w-full" />
      <Skeleton className="mt-8 h-7 w-28" />
      <div className="mt-3 grid gap-3">
        <Skeleton className="h-29 rounded-xl" />
        <Skeleton className="h-29 rounded-xl" />
      </div>
    </div>
  );
}
