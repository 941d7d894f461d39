import { z } from "zod";
import { FindSlotsInput } from "@/application/availability/availability-schemas";
import { ConfirmBookingInput, HoldSlotInput } from "@/application/booking/booking-schemas";
import { FindAnySlotsInput, HoldAnySlotInput } from "@/application/clinics/clinic-schemas";
import { defineEndpoint } from "./define-endpoint";
import { AnyAvailability, AnyHold, Availability, CancelBody, Hold, Nothing, ProviderList, ProvidersQuery, ReferenceParams, RescheduleBody, RestBooking, RestConfirmation } from "./rest-schemas";

/** Shared caches must not keep what is free; a browser asks again. */
const REVALIDATED = "private, max-age=0";

const START_REFUSED = ["SLOT_TAKEN", "SLOT_NOT_OFFERED", "NOTICE_TOO_SHORT", "BEYOND_HORIZON"] as const;

/** The whole API. Handlers and the OpenAPI document are both made from this table. */
export const endpoints = {
  listProviders: defineEndpoint({
    operationId: "listProviders", method: "GET", path: "/providers", audience: "public", cacheControl: REVALIDATED,
    summary: "Providers that match, the one free soonest first.",
    params: Nothing, query: ProvidersQuery, body: Nothing, answer: ProviderList, isHot: true,
  }),
  findSlots: defineEndpoint({
    operationId: "findSlots", method: "GET", path: "/availability", audience: "public", cacheControl: REVALIDATED,
    summary: "The free starts of one service on the asked days, both included.",
    params: Nothing, query: FindSlotsInput, body: Nothing, answer: Availability, isHot: true, errors: ["NOT_FOUND"],
  }),
  findAnySlots: defineEndpoint({
    operationId: "findAnySlots", method: "GET", path: "/availability/any", audience: "public", cacheControl: REVALIDATED,
    summary: "The starts of one service that any provider of a clinic is free for on the asked days, both included.",
    params: Nothing, query: FindAnySlotsInput, body: Nothing, answer: AnyAvailability, errors: ["NOT_FOUND"],
  }),
  holdAnySlot: defineEndpoint({
    operationId: "holdAnySlot", method: "POST", path: "/holds/any", audience: "public", status: 201,
    summary: "Keeps a start with whoever of a clinic is free and has the fewest visits that day.",
    params: Nothing, query: Nothing, body: HoldAnySlotInput, answer: AnyHold, errors: ["NOT_FOUND", ...START_REFUSED],
  }),
  holdSlot: defineEndpoint({
    operationId: "holdSlot", method: "POST", path: "/holds", audience: "public", status: 201,
    summary: "Keeps a free start for some minutes, exclusively.",
    params: Nothing, query: Nothing, body: HoldSlotInput, answer: Hold, errors: ["NOT_FOUND", ...START_REFUSED],
  }),
  createBooking: defineEndpoint({
    operationId: "createBooking", method: "POST", path: "/bookings", audience: "public", status: 201, isIdempotent: true,
    summary: "Turns a hold into a booking. The only answer that carries the manage token. Messages are written in the body's language, else in the one that Accept-Language asks for.",
    params: Nothing, query: Nothing, body: ConfirmBookingInput, answer: RestConfirmation,
    errors: ["HOLD_INVALID", "HOLD_EXPIRED", "STATUS_CONFLICT", "SLOT_NOT_OFFERED", "NOTICE_TOO_SHORT", "IDEMPOTENCY_MISMATCH", "IN_PROGRESS"],
  }),
  getBooking: defineEndpoint({
    operationId: "getBooking", method: "GET", path: "/bookings/{reference}", audience: "link",
    summary: "The booking of the manage token.",
    params: ReferenceParams, query: Nothing, body: Nothing, answer: RestBooking, errors: ["NOT_FOUND"],
  }),
  cancelBooking: defineEndpoint({
    operationId: "cancelBooking", method: "POST", path: "/bookings/{reference}/cancel", audience: "link", isBodyOptional: true,
    summary: "Ends the booking; its time is free again.",
    params: ReferenceParams, query: Nothing, body: CancelBody, answer: RestBooking, errors: ["NOT_FOUND", "STATUS_CONFLICT", "POLICY_REFUSED"],
  }),
  rescheduleBooking: defineEndpoint({
    operationId: "rescheduleBooking", method: "POST", path: "/bookings/{reference}/reschedule", audience: "link",
    summary: "Moves the booking to another free start. Reference and manage token stay.",
    params: ReferenceParams, query: Nothing, body: RescheduleBody, answer: RestBooking, errors: ["NOT_FOUND", "STATUS_CONFLICT", "POLICY_REFUSED", ...START_REFUSED],
  }),
  getOpenApi: defineEndpoint({
    operationId: "getOpenApi", method: "GET", path: "/openapi.json", audience: "public", cacheControl: "public, max-age=300",
    summary: "This document.",
    params: Nothing, query: Nothing, body: Nothing, answer: z.looseObject({ openapi: z.string() }).meta({ id: "OpenApiDocument" }),
  }),
} as const;
