import type { Metadata } from "next";
import { NothingHere } from "@/features/site/nothing-here";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

/** Within the public layout, which has the header already. */
export default function PublicNotFound() {
  return <NothingHere />;
}
