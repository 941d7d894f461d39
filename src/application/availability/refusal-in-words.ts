import type { ErrorCode } from "@/application/shared/errors";
import type { SlotRefusal } from "@/domain/availability/explain-slot";

/** Each rule that can refuse a start: the error a caller gets, and the sentence for people. */
export const REFUSALS: Readonly<Record<SlotRefusal, { readonly code: ErrorCode; readonly sentence: string }>> = {
  IN_THE_PAST: { code: "NOTICE_TOO_SHORT", sentence: "This time has passed." },
  NOTICE_TOO_SHORT: { code: "NOTICE_TOO_SHORT", sentence: "This time is too soon to be booked online." },
  BEYOND_HORIZON: { code: "BEYOND_HORIZON", sentence: "This time is too far ahead to be booked yet." },
  OUTSIDE_HOURS: { code: "SLOT_NOT_OFFERED", sentence: "This time lies outside working hours." },
  CLOSED: { code: "SLOT_NOT_OFFERED", sentence: "The practice is closed at this time." },
  ON_BREAK: { code: "SLOT_NOT_OFFERED", sentence: "This time falls into a break." },
  BUSY: { code: "SLOT_TAKEN", sentence: "This time was just taken. Nothing was booked." },
  DAILY_CAP: { code: "SLOT_TAKEN", sentence: "This day is fully booked for this kind of visit. Nothing was booked." },
  OFF_GRID: { code: "SLOT_NOT_OFFERED", sentence: "Visits do not begin at this minute." },
};
