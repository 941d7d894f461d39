import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ManageVisit } from "@/features/my-bookings/manage-visit";
import { foundOrNull } from "@/server/found-or-null";
import { pageCaller, pageContext } from "@/server/page-context";
import { visitorTime } from "@/server/visitor-time";

// The address is a secret and the page a person's: no search engine, no referrer, no name in the title.
export const metadata: Metadata = { title: "Your appointment", robots: { index: false, follow: false }, referrer: "no-referrer" };

export default async function ManagePage({ params, searchParams }: { params: Promise<{ token: string }>; searchParams: Promise<{ mail?: string | string[] }> }) {
  const [{ token }, { mail }] = await Promise.all([params, searchParams]);
  const caller = await pageCaller();
  const booking = await foundOrNull(caller.bookings.byLink({ manageToken: token }));
  if (booking === null) notFound();
  const [profile, wishes, phoneCheck, visitor, { config }] = await Promise.all([foundOrNull(caller.providers.get({ provider: booking.provider.slug })), caller.bookings.wishesByLink({ manageToken: token }), caller.bookings.phoneCheckByLink({ manageToken: token }), visitorTime(), pageContext()]);
  const mailLine = typeof mail === "string" ? await foundOrNull(caller.bookings.mailLineByLink({ manageToken: token, mail })) : null;
  const service = profile?.services.find(({ slug }) => slug === booking.service.slug);
  return (
    <ManageVisit
      initial={booking}
      manageToken={token}
      wishes={wishes}
      mail={typeof mail === "string" && mailLine !== null ? { ...mailLine, proof: mail } : null}
      phoneCheck={phoneCheck}
      manageUrl={`${config.publicOrigin}/m/${token}`}
      now={visitor.now}
      today={visitor.todayIn(booking.timeZone)}
      horizonDays={service?.horizonDays ?? null}
    />
  );
}
