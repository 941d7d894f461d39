import { headers } from "next/headers";
import { cache } from "react";
import type { AppContext } from "@/application/shared/context";
import { contextFrom } from "./route-context";
import { createCaller } from "./trpc/root";

/** The context of the page being rendered; one per request however often it is asked for. */
export const pageContext = cache(async (): Promise<AppContext> => (await contextFrom(new Headers(await headers()))).app);

/** The tRPC procedures as the visitor of the page may call them. */
export const pageCaller = cache(async () => createCaller({ app: await pageContext() }));
