"use client";

import { useEffect, useRef } from "react";
import { buttonClasses } from "@/ui/button-classes";
import { PageNotice } from "./page-notice";

/** Loaded whole: what is left of a page that failed is not to be trusted. */
const START = "/";

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
            <button type="button" onClick={onRetry} className={buttonClasses({ variant: "primary" })}>
              Try again
            </button>
            <a href={START} className={buttonClasses()}>
              Go to the start
            </a>
          </>
        }
      >
        <p>Something went wrong on our side. What was booked before is still booked. If you were booking just now, look for a confirmation in your messages before you try again.</p>
        {digest && <p className="mt-2 text-sm">If you tell us about it, this number helps: {digest}</p>}
      </PageNotice>
    </div>
  );
}

/** Drawn by hand: every page carries its error boundaries, and the icon package would double them. */
function CloudOff() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" className="lucide">
      <path d="M10.9 5.3A7 7 0 0 1 15.7 10h1.8a4.5 4.5 0 0 1 4.2 6.1" />
      <path d="M18.8 18.8A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.8 5.8" />
      <path d="m2 2 20 20" />
    </svg>
  );
}
