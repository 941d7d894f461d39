const COMMON = {
  description: "",
  bufferBeforeMinutes: 0,
  slotStepMinutes: 15,
  minimumNoticeMinutes: 120,
  cancellationWindowMinutes: 1440,
  rescheduleWindowMinutes: 1440,
  horizonDays: 60,
  dailyCap: null,
  requiresApproval: false,
  asksAttendance: true,
  followUpAfterHours: null,
  comeBackAfterWeeks: null,
};

/** What most practices offer, with the product's defaults; prices in minor units of the practice's currency. */
export const CATALOGUE = [
  { ...COMMON, name: "Consultation", durationMinutes: 30, bufferAfterMinutes: 15, priceAmount: 5000 },
  { ...COMMON, name: "Standard appointment", durationMinutes: 60, bufferAfterMinutes: 15, priceAmount: 9000 },
  { ...COMMON, name: "Extended session", durationMinutes: 90, bufferAfterMinutes: 30, priceAmount: 13000 },
] as const;

/** Lower-case letters, digits and hyphens for an address: "Dr Jörg Weiß" becomes "dr-jorg-weiss". Never empty. */
export function toSlug(words: string, fallback: string): string {
  const slug = words
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return slug || fallback;
}
