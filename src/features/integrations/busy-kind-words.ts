import type { BusyKind } from "@/domain/calendar-sync/busy-kinds";

/** How the owner of a calendar reads each choice. */
export const BUSY_KIND_WORDS: Readonly<Record<BusyKind, { label: string; hint: string }>> = {
  "tentative": { label: "Tentative events and maybes", hint: "Marked as tentative, or answered with “maybe”." },
  "unanswered": { label: "Invitations I have not answered", hint: "Accepted ones always block, declined ones never." },
  "all-day": { label: "Whole days", hint: "Those shown as free in Google never block." },
  "focus-time": { label: "Focus time", hint: "The hours Google keeps for quiet work." },
  "working-location": { label: "Working location", hint: "Where you work, such as “at home”." },
};
