import type { CivilDate } from "@/domain/time/calendar-day";

/** A `date` column as Prisma gives and takes it: midnight UTC of that date. */
export const toDateColumn = (onDate: CivilDate): Date => new Date(`${onDate}T00:00:00.000Z`);

export const fromDateColumn = (value: Date): CivilDate => value.toISOString().slice(0, 10);
