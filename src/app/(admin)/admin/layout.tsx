import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { TrpcClientProvider } from "@/features/api/trpc-client";
import { AccountMenu } from "@/features/bookings-desk/account-menu";
import { DeskShell } from "@/features/bookings-desk/desk-shell";
import { pageContext } from "@/server/page-context";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { actor } = await pageContext();
  if (actor.kind !== "user") redirect("/sign-in?callbackUrl=/admin/health");
  if (!actor.isAdministrator) notFound();
  return (
    <TrpcClientProvider>
      <DeskShell isStaff={actor.providerId !== null || actor.memberships.length > 0} isAdministrator topBar={<AccountMenu email={actor.email} publicPath={null} hasProfile={actor.providerId !== null} />}>
        {children}
      </DeskShell>
    </TrpcClientProvider>
  );
}
