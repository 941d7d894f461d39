import { changeBookingAddress, type BookingAddress } from "./booking-address";

/** The page of a clinic where whoever is free can be booked, at a service, a way to meet and a day. */
export const clinicHref = (slug: string, at: Partial<Pick<BookingAddress, "service" | "mode" | "day">> = {}): string => `/c/${slug}${changeBookingAddress("", at)}`;
