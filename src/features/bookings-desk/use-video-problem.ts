import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/features/api/trpc-client";

/** Why a video link could not be made, in words; asked only when it `isNeeded`. */
export function useVideoProblem(reference: string, isNeeded: boolean): string | null {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.meetLinks.forBooking.queryOptions({ reference }), enabled: isNeeded });
  return data?.problem ?? null;
}
