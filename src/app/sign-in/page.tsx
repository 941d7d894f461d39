import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { EmailSignIn } from "@/features/site/email-sign-in";
import { GoogleSignIn } from "@/features/site/google-sign-in";
import { PhoneSignIn } from "@/features/site/phone-sign-in";
import { PublicPage } from "@/features/site/public-page";
import { safeReturnPath } from "@/features/site/safe-return-path";
import { signInErrorInWords } from "@/features/site/sign-in-error";
import { pageContext } from "@/server/page-context";
import { pageVisitor } from "@/server/page-visitor";
import { Alert } from "@/ui/alert";
import { BrandMark } from "@/ui/brand-mark";

export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false } };

type SignInPageProps = { searchParams: Promise<Record<"callbackUrl" | "error", string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const visitor = await pageVisitor();
  const { ports } = await pageContext();
  const returnPath = safeReturnPath(typeof callbackUrl === "string" ? callbackUrl : undefined, visitor?.isStaff ? "/provider" : "/my/bookings");
  if (visitor && error === undefined) redirect(returnPath);
  return (
    <PublicPage visitor={visitor}>
      <div className="mx-auto max-w-sm py-16 sm:py-24">
        <BrandMark className="mb-6 size-10" />
        <h1>Sign in</h1>
        <p className="mt-2 text-muted">See all your appointments in one place, or run your schedule as a provider.</p>
        {typeof error === "string" && (
          <Alert tone="danger" className="mt-6">
            {signInErrorInWords(error)}
          </Alert>
        )}
        <div className="mt-8">
          <GoogleSignIn returnPath={returnPath} />
        </div>
        {ports.email !== null && (
          <section aria-labelledby="by-email" className="mt-8 border-t border-line pt-6">
            <h2 id="by-email" className="text-lg">Without Google</h2>
            <p className="mt-1 mb-4 text-sm text-muted">For patients: we send you a link. Providers and clinic staff sign in with Google.</p>
            <EmailSignIn returnPath={returnPath} />
          </section>
        )}
        {ports.sms !== null && (
          <section aria-labelledby="by-text" className="mt-8 border-t border-line pt-6">
            <h2 id="by-text" className="text-lg">By text</h2>
            <p className="mt-1 mb-4 text-sm text-muted">For patients who have confirmed a number under My appointments.</p>
            <PhoneSignIn returnPath={returnPath} />
          </section>
        )}
        <p className="mt-6 text-sm text-muted">
          You need no account to book, move or cancel: the link in your message does all of it.{" "}
          <Link href="/" className="text-link">
            Find a time
          </Link>
        </p>
      </div>
    </PublicPage>
  );
}
