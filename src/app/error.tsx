"use client";

import { PageFailure } from "@/features/site/page-failure";

export default function FailedSite({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="content" tabIndex={-1} className="px-4">
      <PageFailure digest={error.digest} onRetry={reset} />
    </main>
  );
}
