import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { managedClinics } from "@/application/clinic-calendars/find-managed-clinic";
import { TrpcClientProvider } from "@/features/api/trpc-client";
import { AccountMenu } from "@/features/bookings-desk/account-menu";
import { DeskProvider } from "@/features/bookings-desk/desk-context";
import { DESK_COOKIE } from "@/features/bookings-desk/desk-cookie";
import { DeskCommands } from "@/features/bookings-desk/desk-commands";
import { DeskShell } from "@/features/bookings-desk/desk-shell";
import { DraftNotice } from "@/features/bookings-desk/draft-notice";
import { ProviderSwitcher } from "@/features/bookings-desk/provider-switcher";
import { SyncChip } from "@/features/bookings-desk/sync-chip";
import { UnreadBadge } from "@/features/messages/unread-badge";
import { pageCaller, pageContext } from "@/server/page-context";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor } = await pageContext();
  if (actor.kind !== "user") redirect("/sign-in?callbackUrl=/provider");
  if (actor.providerId === null && actor.memberships.length === 0) redirect("/provider/setup");
  const owners = await (await pageCaller()).schedule.owners();
  const own = owners.find(({ isOwn }) => isOwn);
  return (
    <NuqsAdapter>
      <TrpcClientProvider>
        <DeskProvider owners={owners} initialId={(await cookies()).get(DESK_COOKIE)?.value ?? null}>
          <DeskShell
            isStaff
            isManager={managedClinics(actor).length > 0}
            unread={<UnreadBadge />}
            isAdministrator={actor.isAdministrator}
            topBar={
              <>
                <ProviderSwitcher />
                <SyncChip />
                <DeskCommands />
                <AccountMenu email={actor.email} publicPath={own ? `/p/${own.slug}` : null} hasProfile={own !== undefined} />
              </>
            }
          >
            {own?.isDraft && <DraftNotice />}
            {children}
          </DeskShell>
        </DeskProvider>
      </TrpcClientProvider>
    </NuqsAdapter>
  );
}
