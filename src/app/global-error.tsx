"use client";

import "./globals.css";
import { PageFailure } from "@/features/site/page-failure";

/** Takes the place of the root layout when that itself fails. */
export default function FailedRoot({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page did not load · MedBookings</title>
        <main id="content" tabIndex={-1} className="px-4">
          <PageFailure digest={error.digest} onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
