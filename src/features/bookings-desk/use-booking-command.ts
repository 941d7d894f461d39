"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { showToast } from "@/ui/toast";

/** Reads every list and panel of bookings again. */
export function useRefreshBookings(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([queryClient.invalidateQueries({ queryKey: trpc.bookings.pathKey() }), queryClient.invalidateQueries({ queryKey: trpc.schedule.range.pathKey() })]);
  };
}

export type BookingCommands = ReturnType<typeof useBookingCommand>;

/** The acts of the front desk; each says what happened and refreshes what shows it. */
export function useBookingCommand() {
  const trpc = useTRPC();
  const refresh = useRefreshBookings();
  const told = (title: string) => ({
    onSuccess: async () => {
      showToast({ title });
      await refresh();
    },
    onError: async (error: unknown) => {
      showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message });
      await refresh();
    },
  });
  return {
    approve: useMutation(trpc.bookings.approve.mutationOptions(told("Approved. The patient is told."))),
    decline: useMutation(trpc.bookings.decline.mutationOptions(told("Declined. The patient is told."))),
    "check-in": useMutation(trpc.bookings.checkIn.mutationOptions(told("Checked in."))),
    complete: useMutation(trpc.bookings.complete.mutationOptions(told("Completed."))),
    "no-show": useMutation(trpc.bookings.markNoShow.mutationOptions(told("Noted that nobody came."))),
    cancel: useMutation(trpc.bookings.cancel.mutationOptions(told("Cancelled. The patient is told."))),
  };
}
