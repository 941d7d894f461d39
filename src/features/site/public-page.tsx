import type { ReactNode } from "react";
import { cn } from "@/ui/class-names";
import { PublicFooter } from "./public-footer";
import { PublicHeader } from "./public-header";
import type { Visitor } from "./visitor";

/** Header, one main landmark, footer. */
export function PublicPage({ visitor, children, className }: { visitor: Visitor | null; children: ReactNode; className?: string }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <PublicHeader visitor={visitor} />
      <main id="content" tabIndex={-1} className={cn("mx-auto w-full max-w-6xl grow px-4 sm:px-6", className)}>
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}
