"use client";

import { TrpcClientProvider } from "@/features/api/trpc-client";
import { ManageVisit, type ManageVisitProps } from "./manage-visit";

/** One appointment in its patient's hands. */
export function ManagePanel(props: ManageVisitProps) {
  return (
    <TrpcClientProvider>
      <ManageVisit {...props} />
    </TrpcClientProvider>
  );
}
