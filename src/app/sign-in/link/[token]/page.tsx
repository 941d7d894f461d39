import type { Metadata } from "next";
import { findLinkEmail } from "@/application/sign-in/find-link-email";
import { PublicPage } from "@/features/site/public-page";
import { pageContext } from "@/server/page-context";
import { BrandMark } from "@/ui/brand-mark";
import { Button } from "@/ui/button";

// The address is a secret: no search engine, no referrer.
export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false }, referrer: "no-referrer" };

/** Only asks: mail programs and scanners open links, and a link works once. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const email = await findLinkEmail(await pageContext(), token);
  return (
    <PublicPage visitor={null}>
      <div className="mx-auto max-w-sm py-16 sm:py-24">
        <BrandMark className="mb-6 size-10" />
        <h1>Almost there</h1>
        <p className="mt-2 text-muted">Sign in on this device to see all your appointments.</p>
        {/* Somebody may have been sent another person's link, to book into their account unawares. */}
        {email && (
          <p className="mt-4">
            You will be signed in as <strong className="break-all">{email}</strong>. Not you? Then close this page.
          </p>
        )}
        <form method="post" action="/api/sign-in/link" className="mt-8">
          <input type="hidden" name="token" value={token} />
          <Button type="submit" variant="primary" size="lg" wide>
            Sign in
          </Button>
        </form>
      </div>
    </PublicPage>
  );
}
