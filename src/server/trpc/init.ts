import { initTRPC, TRPCError } from "@trpc/server";
import { z, ZodError } from "zod";
import type { UserActor } from "@/application/shared/actor";
import { actingAs, type AppContext } from "@/application/shared/context";
import { AppError, ERRORS, type ErrorCode } from "@/application/shared/errors";
import { findLinkActor } from "@/application/booking/manage-link";
import { getContainer } from "@/server/container";
import { describeError } from "@/server/describe-error";
import { countRequest } from "@/server/rate-limit";
import { unstorableText } from "@/server/unstorable-text";

export interface TrpcContext {
  readonly app: AppContext;
  /** The session that the browser showed, and the headers of what it is answered; absent where a page calls while it is written. */
  readonly browser?: { readonly sessionToken: string | null; readonly answerHeaders: Headers };
}

/** Who a procedure is for. Every procedure is built from one of the builders below, which declare it. */
export type Audience = "public" | "link" | "signed-in" | "provider" | "staff" | "administrator";

/** What the framework refuses before any procedure runs. */
const FRAMEWORK_REFUSALS: Partial<Record<TRPCError["code"], ErrorCode>> = { METHOD_NOT_SUPPORTED: "METHOD_NOT_ALLOWED", NOT_FOUND: "NOT_FOUND", PARSE_ERROR: "VALIDATION_FAILED", UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE" };

function refusedByFramework({ code, cause }: TRPCError): AppError | undefined {
  const known = FRAMEWORK_REFUSALS[code];
  return known === undefined || cause instanceof AppError ? undefined : new AppError(known);
}

const t = initTRPC
  .context<TrpcContext>()
  .meta<{ audience: Audience }>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const { code, message, details } = describeError(refusedByFramework(error) ?? error.cause ?? error, ctx?.app.requestId ?? "unknown");
      return { ...shape, message, data: { code, httpStatus: ERRORS[code].http, requestId: ctx?.app.requestId, fields: details.fields ?? [], alternatives: details.alternatives ?? [], retryAfterSeconds: details.retryAfterSeconds } };
    },
  });

export const { router, createCallerFactory, mergeRouters } = t;

/** Gives every error its place in the table and logs what is ours to mend. */
const withErrors = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause ?? result.error;
  const isInput = cause instanceof ZodError && result.error.code === "BAD_REQUEST";
  const { code } = isInput ? { code: "VALIDATION_FAILED" as const } : describeError(cause, ctx.app.requestId);
  if (ERRORS[code].log === "error") ctx.app.log.error({ err: cause, path }, "procedure failed");
  throw new TRPCError({ code: ERRORS[code].trpc, message: result.error.message, cause });
});

const limited = t.middleware(async ({ ctx, next, type }) => {
  await countRequest(getContainer(), ctx.app.actor, type === "mutation" ? "write" : "read");
  return next();
});

/** Signed-in people are known and work here: they are counted too, more generously. */
const limitedGenerously = t.middleware(async ({ ctx, next, type }) => {
  const isKnown = ctx.app.actor.kind === "user";
  const kind = type === "mutation" ? "write" : "read";
  await countRequest(getContainer(), ctx.app.actor, isKnown ? `signed-in-${kind}` : kind);
  return next();
});

/** Refuses text that the database cannot hold before any schema or verb sees it. */
const storable = t.middleware(async ({ getRawInput, next }) => {
  const input = await getRawInput().catch((cause: unknown) => {
    throw new AppError("VALIDATION_FAILED", { fields: [{ field: "(body)", message: "must be well-formed JSON" }] }, { cause });
  });
  const fields = unstorableText(input);
  if (fields.length > 0) throw new AppError("VALIDATION_FAILED", { fields });
  return next();
});

const base = t.procedure.use(withErrors).use(storable);

/** Anybody, counted by the rate limiter. */
export const publicProcedure = base.meta({ audience: "public" }).use(limited);

/** The bearer of a manage link; `ctx.app.actor` is that link, `ctx.visitor` who opened it. */
export const linkProcedure = base
  .meta({ audience: "link" })
  .use(limited)
  .input(z.object({ manageToken: z.string().max(200) }))
  .use(async ({ ctx, input, next }) => {
    const actor = await findLinkActor(ctx.app, input.manageToken);
    if (actor === null) throw new AppError("LINK_INVALID");
    return next({ ctx: { app: actingAs(ctx.app, actor), visitor: ctx.app.actor } });
  });

const forUser = (audience: Audience, isAllowed: (actor: UserActor) => boolean) =>
  base.meta({ audience }).use(limitedGenerously).use(({ ctx, next }) => {
    const { actor } = ctx.app;
    if (actor.kind !== "user") throw new AppError("NOT_AUTHENTICATED");
    if (!isAllowed(actor)) throw new AppError("NOT_ALLOWED");
    return next({ ctx: { app: { ...ctx.app, actor } } });
  });

export const signedInProcedure = forUser("signed-in", () => true);
/** A user who is a provider; what of whose is decided in the verb. */
export const providerProcedure = forUser("provider", (actor) => actor.providerId !== null);
/** A provider or a member of an organization. */
export const staffProcedure = forUser("staff", (actor) => actor.providerId !== null || actor.memberships.length > 0);
export const adminProcedure = forUser("administrator", (actor) => actor.isAdministrator);
