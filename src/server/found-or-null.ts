import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError } from "@/application/shared/errors";

/** What a page looked for, or null when there is no such thing, the link to it is not valid (any more), or it is not for this visitor: they learn no difference. */
export async function foundOrNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError && (cause.code === "NOT_FOUND" || cause.code === "LINK_INVALID" || cause.code === "NOT_ALLOWED")) return null;
    // A malformed address is one that leads nowhere.
    if (cause instanceof ZodError) return null;
    throw error;
  }
}
