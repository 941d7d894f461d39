import type { z } from "zod";
import type { ErrorCode } from "@/application/shared/errors";

/** One address of the API with all that handlers and the OpenAPI document need to know. */
export interface Endpoint<Params extends z.ZodObject = z.ZodObject, Query extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  readonly operationId: string;
  readonly method: "GET" | "POST";
  /** Below /api/v1, with `{name}` for parameters. */
  readonly path: `/${string}`;
  /** "link": the bearer of the manage token of one booking. */
  readonly audience: "public" | "link";
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** An empty body counts as `{}`. */
  readonly isBodyOptional: boolean;
  /** The same Idempotency-Key and request always get the same answer. */
  readonly isIdempotent: boolean;
  readonly status: 200 | 201;
  readonly answer: Answer;
  /** What the handler returns is the answer, field for field: it is checked everywhere but in production. */
  readonly isHot: boolean;
  readonly cacheControl: string;
  /** Beyond those that any request can meet. */
  readonly errors: readonly ErrorCode[];
}

type Defaulted = "isBodyOptional" | "isIdempotent" | "isHot" | "status" | "cacheControl" | "errors";

/** Fills in what most endpoints have in common. */
export function defineEndpoint<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Omit<Endpoint<Params, Query, Body, Answer>, Defaulted> & Partial<Pick<Endpoint, Defaulted>>,
): Endpoint<Params, Query, Body, Answer> {
  return { isBodyOptional: false, isIdempotent: false, isHot: false, status: 200, cacheControl: "no-store", errors: [], ...endpoint };
}
