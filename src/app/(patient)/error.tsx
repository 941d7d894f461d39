"use client";

import { PageFailure } from "@/features/site/page-failure";

export default function FailedPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFailure digest={error.digest} onRetry={reset} />;
}
