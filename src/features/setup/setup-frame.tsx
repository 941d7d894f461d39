import Link from "next/link";
import type { ReactNode } from "react";
import { AccountMenu } from "@/features/bookings-desk/account-menu";
import { Brand } from "@/ui/brand-mark";
import { SkipLink } from "@/ui/skip-link";
import { ThemeToggle } from "@/ui/theme-toggle";

/** A quiet page with nothing but the set-up. */
export function SetupFrame({ email, children }: { email: string; children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header className="mx-auto flex min-h-16 max-w-4xl items-center justify-between gap-3 px-4 sm:px-6">
        <Link href="/" aria-label="MedBookings, to the start page">
          <Brand name="MedBookings" />
        </Link>
        <div className="flex items-center gap-1">
          <ThemeToggle />
          <AccountMenu email={email} publicPath={null} hasProfile={false} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-4xl px-4 pt-4 pb-16 sm:px-6">
        {children}
      </main>
    </div>
  );
}
