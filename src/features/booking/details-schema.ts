import * as z from "zod";
import { ConfirmBookingInput } from "@/application/booking/booking-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import type { DetailsDraft } from "./details-draft";

/** The server's own schema for what a patient gives, with what only the form asks: a way to reach them for each channel. */
export const detailsSchema = (mode: VisitMode) =>
  z
    .custom<DetailsDraft>()
    .transform((draft): unknown => draft)
    .pipe(ConfirmBookingInput.pick({ patient: true, reason: true, channels: true }))
    .superRefine(({ patient, channels = [] }, problems) => {
      if (channels.length === 0) problems.addIssue({ code: "custom", path: ["channels"], message: "Choose at least one way to hear from the clinic." });
      if (channels.includes("EMAIL") && patient.email === undefined) problems.addIssue({ code: "custom", path: ["patient", "email"], message: "is needed to be told by e-mail" });
      const needsPhone = channels.some((channel) => channel !== "EMAIL");
      if (patient.phone !== undefined) return;
      if (needsPhone) problems.addIssue({ code: "custom", path: ["patient", "phone"], message: "is needed to be told by SMS or WhatsApp" });
      else if (mode === "PHONE") problems.addIssue({ code: "custom", path: ["patient", "phone"], message: "is needed, because the clinic calls you" });
    });

export type Details = z.output<ReturnType<typeof detailsSchema>>;

export const FIELD_NAMES = { "patient.name": "Your name", "patient.email": "The e-mail address", "patient.phone": "The phone number", reason: "The reason", channels: "" } as const;
export type FieldName = keyof typeof FIELD_NAMES;

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELD_NAMES, name);

/** "The e-mail address must be an e-mail address." from a schema's fragment; whole sentences stay as they are. */
export function problemInWords(field: FieldName, message: string): string {
  if (/^[A-Z]/.test(message)) return message;
  if (message === "must not be empty" || message === "is required") return `${FIELD_NAMES[field]} is missing.`;
  if (message === "must be an e-mail address") return "This does not look like an e-mail address.";
  if (message.startsWith("an e-mail address or")) return "Give an e-mail address or a telephone number.";
  return `${FIELD_NAMES[field]} ${message}.`;
}
