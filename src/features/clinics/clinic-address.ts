import { changeBookingAddress, readBookingAddress, type BookingAddress } from "@/features/booking/booking-address";
import type { ClinicWish } from "./choose-at-clinic";

/** Where a patient is on a clinic's page, as its address carries it. */
export interface ClinicAddress extends ClinicWish, Pick<BookingAddress, "day"> {}

/** Reads an address; what is malformed counts as absent. */
export function readClinicAddress(params: { get(name: string): string | null }): ClinicAddress {
  const { service, mode, day } = readBookingAddress(params);
  return { service, mode, day, location: params.get("location"), person: params.get("person") };
}

/** The query of `current` with some parts changed; other parameters stay. */
export function changeClinicAddress(current: string, { location, person, ...changes }: Partial<ClinicAddress>): string {
  const params = new URLSearchParams(current);
  for (const [name, value] of Object.entries({ location, person })) {
    if (value === null) params.delete(name);
    else if (value !== undefined) params.set(name, value);
  }
  return changeBookingAddress(params.toString(), changes);
}
