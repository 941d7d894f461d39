import type { ReactNode } from "react";
import { PublicPage } from "@/features/site/public-page";
import { pageVisitor } from "@/server/page-visitor";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicPage visitor={await pageVisitor()}>{children}</PublicPage>;
}
