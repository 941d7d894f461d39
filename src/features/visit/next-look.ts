import type { VisitView } from "@/application/visits/visit-schemas";

const SOON_MS = 2_500;
const LATER_MS = 30_000;

/** After how long (ms) the door is looked at again: at the very moment it opens, often while a link is awaited at the open door, else now and then. */
export function nextLook({ door, link, now, opensAt }: Pick<VisitView, "door" | "link" | "now" | "opensAt">): number {
  if (door === "early") return Math.min(LATER_MS, Math.max(1_000, Date.parse(opensAt) - Date.parse(now)));
  return door === "open" && link !== "ready" ? SOON_MS : LATER_MS;
}
