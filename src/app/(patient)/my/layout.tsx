import type { ReactNode } from "react";
import { signedInVisitor } from "@/server/page-visitor";

/** Sends guests away before anything of the page is streamed. */
export default async function MyLayout({ children }: { children: ReactNode }) {
  await signedInVisitor();
  return children;
}
