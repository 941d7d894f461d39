import { z } from "zod";
import { AppError, ERRORS, type ErrorCode } from "@/application/shared/errors";
import type { DescribedError } from "@/server/describe-error";
import { restHeaders } from "./rest-headers";

const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** RFC 9457 problem details, with what a program needs to go on. */
export const Problem = z
  .object({
    type: z.string().meta({ description: "Names the kind of problem", example: "urn:medbookings:problem:slot-taken" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "A sentence for people" }),
    code: z.enum(CODES),
    fields: z.array(z.object({ field: z.string().meta({ example: "patient.email" }), message: z.string() })).meta({ description: "Each wrong field with what is allowed" }),
    requestId: z.string(),
    alternatives: z.array(z.object({ startsAt: z.string(), endsAt: z.string() })).optional().meta({ description: "The free starts nearest to a refused one" }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** The body could not be read as JSON at all: 400, where well-formed JSON with wrong values is 422. */
export class MalformedBody extends AppError {
  constructor(message: string) {
    super("VALIDATION_FAILED", { fields: [{ field: "(body)", message }] });
  }
}

export const MALFORMED_STATUS = 400;

/** Seconds to wait when whoever refused named none. */
const RETRY_AFTER_SECONDS = 2;

const words = (code: ErrorCode) => code.toLowerCase().replaceAll("_", "-");

export function problemResponse(error: unknown, { code, message, details }: DescribedError, requestId: string, headers: Record<string, string> = {}): Response {
  const status = error instanceof MalformedBody ? MALFORMED_STATUS : ERRORS[code].http;
  const title = words(code).replaceAll("-", " ");
  const problem: Problem = {
    type: `urn:medbookings:problem:${words(code)}`,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    status,
    detail: message,
    code,
    fields: [...(details.fields ?? [])],
    requestId,
    ...(details.alternatives && { alternatives: [...details.alternatives] }),
  };
  const wait = details.retryAfterSeconds ?? (status === 429 || status === 503 ? RETRY_AFTER_SECONDS : undefined);
  return Response.json(problem, {
    status,
    headers: {
      ...restHeaders(requestId, "no-store"),
      "content-type": "application/problem+json",
      ...(wait !== undefined && { "retry-after": String(wait) }),
      ...(status === 401 && { "www-authenticate": "Bearer" }),
      ...headers,
    },
  });
}
