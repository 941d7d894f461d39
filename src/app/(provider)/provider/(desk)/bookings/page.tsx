import type { Metadata } from "next";
import { BookingsPage } from "@/features/bookings-desk/bookings-page";

export const metadata: Metadata = { title: "Bookings" };

export default function ProviderBookingsPage() {
  return <BookingsPage />;
}
