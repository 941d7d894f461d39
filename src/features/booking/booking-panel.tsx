"use client";

import { TrpcClientProvider } from "@/features/api/trpc-client";
import { BookingFlow, type BookingFlowProps } from "./booking-flow";

/** Booking with one provider, from the kind of visit to the confirmation. */
export function BookingPanel(props: BookingFlowProps) {
  return (
    <TrpcClientProvider>
      <BookingFlow {...props} />
    </TrpcClientProvider>
  );
}
