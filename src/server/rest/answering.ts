import type { AppContext } from "@/application/shared/context";
import { ERRORS } from "@/application/shared/errors";
import { describeError } from "@/server/describe-error";
import { contextFrom } from "@/server/route-context";
import { problemResponse } from "./problem";

/**
 * Answers a request as a guest and turns whatever goes wrong into a problem, logging what is ours to mend. Cookies mean
 * nothing to the API, so that no other site can act for a signed-in visitor. `headers` go with refusals.
 */
export async function answering(request: Request, work: (guest: AppContext) => Promise<Response>, headers?: Record<string, string>): Promise<Response> {
  const withoutCookies = new Headers(request.headers);
  withoutCookies.delete("cookie");
  const { app } = await contextFrom(withoutCookies);
  try {
    return await work(app);
  } catch (error) {
    const described = describeError(error, app.requestId);
    const { log } = ERRORS[described.code];
    if (log !== "info") app.log[log]({ err: error, method: request.method, path: new URL(request.url).pathname }, "request failed");
    return problemResponse(error, described, app.requestId, headers);
  }
}
