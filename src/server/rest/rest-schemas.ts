import { z } from "zod";
import { AnyHoldView, AnySlotsView } from "@/application/clinics/clinic-schemas";
import { SlotsView, SlotView } from "@/application/availability/availability-schemas";
import { BookingConfirmation, BookingRefInput, BookingView, CancelBookingInput, HoldView, RescheduleBookingInput } from "@/application/booking/booking-schemas";
import { ProviderCard, SearchProvidersInput, ServiceView } from "@/application/providers/provider-schemas";

// What the API takes and gives: the verbs' own schemas, narrowed to what is promised to programs.

export const Nothing = z.strictObject({});

export const ReferenceParams = z.strictObject(BookingRefInput.shape);

export const ProvidersQuery = SearchProvidersInput.pick({ query: true, speciality: true, language: true, mode: true, limit: true, cursor: true });

export const ProviderList = z
  .object({
    items: z.array(
      ProviderCard.pick({ slug: true, name: true, title: true, specialities: true, languages: true, timeZone: true, nextAvailable: true }).extend({
        services: z.array(ServiceView.pick({ slug: true, name: true, durationMinutes: true, modes: true, price: true })),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "ProviderList" });

export const Availability = SlotsView.pick({ provider: true, service: true, timeZone: true })
  .extend({ slots: z.array(SlotView.pick({ startsAt: true, endsAt: true, localStart: true })) })
  .meta({ id: "Availability" });

export const AnyAvailability = z.object(AnySlotsView.shape).meta({ id: "AnyAvailability" });
export const AnyHold = z.object(AnyHoldView.shape).meta({ id: "AnyHold" });
export const Hold = z.object(HoldView.shape).meta({ id: "Hold" });

const booking = {
  ...BookingView.pick({ reference: true, status: true, startsAt: true, endsAt: true, timeZone: true, meet: true }).shape,
  /** Slugs. */
  provider: z.string(),
  service: z.string(),
};

export const RestBooking = z.object(booking).meta({ id: "Booking" });
export type RestBooking = z.infer<typeof RestBooking>;

export const RestConfirmation = z.object({ ...booking, ...BookingConfirmation.pick({ manageUrl: true, manageToken: true }).shape }).meta({ id: "BookingConfirmation" });

export const CancelBody = CancelBookingInput.omit({ reference: true });
export const RescheduleBody = RescheduleBookingInput.pick({ startsAt: true });

/** A booking as the API shows it. */
export const toRestBooking = ({ reference, status, startsAt, endsAt, timeZone, meet, provider, service }: BookingView): RestBooking => ({
  reference, status, startsAt, endsAt, timeZone, meet, provider: provider.slug, service: service.slug,
});
