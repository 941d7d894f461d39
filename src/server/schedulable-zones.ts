import { listTimeZones } from "@/domain/time/time-zone";

/** The zones a schedule can be kept in: those named after a place. */
export const schedulableZones = (): string[] => listTimeZones().filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"));
