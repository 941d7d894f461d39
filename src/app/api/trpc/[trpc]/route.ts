import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { routeContext } from "@/server/route-context";
import { appRouter } from "@/server/trpc/root";

const handle = (request: Request): Promise<Response> => fetchRequestHandler({ endpoint: "/api/trpc", req: request, router: appRouter, createContext: () => routeContext(request) });

export { handle as GET, handle as POST };
