import { notFound, redirect } from "next/navigation";
import { manageTokenOf } from "@/server/manage-token-of";

export { metadata } from "../page";

/** The short address of "book again". */
export default async function ShortAgainPage({ params }: { params: Promise<{ code: string }> }) {
  const token = await manageTokenOf((await params).code);
  if (token === null) notFound();
  redirect(`/m/${token}/again`);
}
