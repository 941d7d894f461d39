import type { Prisma } from "@/generated/prisma/client";

/** Members of a clinic who may connect its calendars, as application/shared/authorize.ts has it. */
export const MANAGING = { role: { not: "FRONT_DESK" } } satisfies Prisma.MembershipWhereInput;
