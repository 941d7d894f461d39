"use client";

import { useQuery } from "@tanstack/react-query";
import { Mail, MessageCircle, MessageSquareText } from "lucide-react";
import { useTRPC } from "@/features/api/trpc-client";
import { ImportCard } from "@/features/calendar-import/import-card";
import { LinksCard } from "@/features/calendar-links/links-card";
import { OutagePolicyCard } from "@/features/calendar-outage/outage-policy-card";
import { FeedCard } from "@/features/feeds/feed-card";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { ChannelCard } from "./channel-card";
import { ConsentNotice, type ConsentNoticeProps } from "./consent-notice";
import { EditPolicyCard } from "./edit-policy-card";
import { GoogleCard } from "./google-card";
import { OwnMailCard } from "./own-mail-card";

type IntegrationsPageProps = { /** How a visit to Google just ended; null when there was none. */ notice: ConsentNoticeProps | null };

/** What MedBookings works with, and how each stands. */
export function IntegrationsPage({ notice }: IntegrationsPageProps) {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const { data: channels } = useQuery(trpc.health.integrations.queryOptions());
  if (owner === null) return <NoProviderYet />;
  return (
    <>
      <PageHeader title="Integrations" detail="Bookings go on when one of these is down. What waits is made up for as soon as it is back." />
      {notice !== null && <ConsentNotice {...notice} />}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="grid gap-5">
          <GoogleCard key={owner.id} providerId={owner.id} isOwn={owner.isOwn} providerName={owner.name} />
          <EditPolicyCard key={`policy-${owner.id}`} providerId={owner.id} />
          <OutagePolicyCard key={`outage-${owner.id}`} providerId={owner.id} />
          {owner.isOwn && <LinksCard />}
          {owner.isOwn && <ImportCard key={`import-${owner.id}`} providerId={owner.id} />}
        </div>
        {channels === undefined ? (
          <Skeleton className="h-40" />
        ) : (
          <div className="grid gap-5">
            {owner.isOwn && <FeedCard />}
            {owner.isOwn && <OwnMailCard />}
            <ChannelCard icon={<Mail />} name="E-mail" isOn={channels.email} words="Confirmations with a calendar entry, changes and reminders." />
            <ChannelCard icon={<MessageSquareText />} name="SMS" isOn={channels.sms} words="Short confirmations and reminders. Patients answer YES to confirm, C to cancel, STOP to hear nothing more." />
            <ChannelCard icon={<MessageCircle />} name="WhatsApp" isOn={channels.whatsapp} words="The same messages, for patients who prefer WhatsApp." />
          </div>
        )}
      </div>
    </>
  );
}
