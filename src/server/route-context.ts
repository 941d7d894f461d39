import { actorOf } from "@/server/auth/actor-of";
import { sessionTokenOf } from "@/server/auth/session-cookie";
import type { AppContext } from "@/application/shared/context";
import { getContainer } from "./container";
import { networkAddressOf } from "./network-address";

export interface RouteContext {
  readonly app: AppContext;
  readonly sessionToken: string | null;
}

/** The context of one HTTP request to a route handler. */
export async function routeContext(request: Request): Promise<RouteContext> {
  return contextFrom(request.headers);
}

/** The same from bare headers, for server components. */
export async function contextFrom(headers: Headers): Promise<RouteContext> {
  const container = getContainer();
  const sessionToken = sessionTokenOf(headers.get("cookie"), container.env.PUBLIC_ORIGIN);
  const actor = await actorOf(container, sessionToken, networkAddressOf(headers, container.env.TRUST_PROXY));
  return { app: container.contextFor(actor, headers.get("x-request-id") ?? crypto.randomUUID()), sessionToken };
}
