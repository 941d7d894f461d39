import { z } from "zod";
import { IntegrationError } from "@/application/shared/errors";
import { classifyGoogleError } from "./classify-google-error";

/**
 * Runs one SDK call and hands on the body only when it has the promised shape: a 200 with a proxy's HTML page is no
 * answer. Throws IntegrationError.
 */
export async function callGoogle<T>(operation: string, isWrite: boolean, shape: z.ZodType<T>, call: () => Promise<{ data: unknown }>): Promise<T> {
  let body: unknown;
  try {
    ({ data: body } = await call());
  } catch (error) {
    throw classifyGoogleError(operation, error, isWrite);
  }
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new IntegrationError({ vendor: "google", operation, kind: "transient", code: "unreadable-answer", ...(isWrite && { isAmbiguous: true }) });
  return parsed.data;
}

/** For calls whose answer has no body worth reading; text would be somebody else's page. */
export const NoBody = z.unknown().refine((body) => typeof body !== "string" || body.trim() === "");
