import type { Metadata } from "next";
import { PublicPage } from "@/features/site/public-page";
import { BrandMark } from "@/ui/brand-mark";
import { Button } from "@/ui/button";

// The address is a secret: no search engine, no referrer.
export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false }, referrer: "no-referrer" };

/** Only asks: mail programs and scanners open links, and a link works once. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <PublicPage visitor={null}>
      <div className="mx-auto max-w-sm py-16 sm:py-24">
        <BrandMark className="mb-6 size-10" />
        <h1>Almost there</h1>
        <p className="mt-2 text-muted">Sign in on this device to see all your appointments.</p>
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
