"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useState, type ReactNode } from "react";
import type { AppRouter } from "@/server/trpc/root";

const context = createTRPCContext<AppRouter>();

export const { useTRPC, useTRPCClient } = context;

/** Gives everything below it typed access to the procedures. Failed reads are tried once more, refusals never. */
export function TrpcClientProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: (count, error) => count < 1 && !isRefusal(error) } } }));
  const [trpcClient] = useState(() => createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "/api/trpc" })] }));
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}

const isRefusal = (error: unknown): boolean => refusalOf(error).httpStatus < 500;

export interface Refusal {
  readonly code: string;
  readonly httpStatus: number;
  /** A sentence for people. */
  readonly message: string;
  readonly fields: readonly { field: string; message: string }[];
  readonly alternatives: readonly { startsAt: string; endsAt: string }[];
  readonly retryAfterSeconds: number | undefined;
}

/** What the server said of a failed call; a lost connection reads as such. */
export function refusalOf(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : "Something went wrong.";
  const data = error instanceof Error && "data" in error ? error.data : undefined;
  if (!isRefusalData(data)) return { code: "UNREACHABLE", httpStatus: 503, message: "We could not reach the server. Nothing was saved. Check your connection and try again.", fields: [], alternatives: [], retryAfterSeconds: undefined };
  return { ...data, message };
}

const isRefusalData = (data: unknown): data is Omit<Refusal, "message"> => typeof data === "object" && data !== null && "code" in data && "httpStatus" in data && "fields" in data;
