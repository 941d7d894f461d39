import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { routeContext } from "@/server/route-context";
import { appRouter } from "@/server/trpc/root";

/** Reads may come by POST, so that manage tokens and names stay out of addresses and thereby out of logs. */
const handle = (request: Request): Promise<Response> =>
  fetchRequestHandler({ endpoint: "/api/trpc", req: request, router: appRouter, allowMethodOverride: true, createContext: () => routeContext(request) });

export { handle as GET, handle as POST };
