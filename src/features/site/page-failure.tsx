"use client";

import { useEffect, useRef } from "react";
import { CloudOff } from "lucide-react";
import Link from "next/link";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { PageNotice } from "./page-notice";

/** What stands in a page's place when it failed. `digest` names the failure in the server's log. */
export function PageFailure({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="outline-none">
      <PageNotice
        icon={<CloudOff />}
        title="This page did not load"
        actions={
          <>
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
            <Link href="/" className={buttonClasses()}>
              Go to the start
            </Link>
          </>
        }
      >
        <p>Something went wrong on our side. What was booked before is still booked. If you were booking just now, look for a confirmation in your messages before you try again.</p>
        {digest && <p className="mt-2 text-sm">If you tell us about it, this number helps: {digest}</p>}
      </PageNotice>
    </div>
  );
}
