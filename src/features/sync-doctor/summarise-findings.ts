import type { SyncFindingView } from "@/application/sync-doctor/sync-doctor-schemas";
import type { StatusTone } from "@/ui/status-tone";

/** The one chip that stands for all findings, the worst of which comes first. */
export function summariseFindings(findings: readonly SyncFindingView[]): { tone: StatusTone; label: string } {
  const [worst] = findings;
  if (worst === undefined) return { tone: "success", label: "In step" };
  if (worst.tone === "info") return { tone: "info", label: "Settling in" };
  return worst.tone === "danger" ? { tone: "danger", label: "Needs you" } : { tone: "pending", label: "Delayed" };
}

/** "just now", "40 seconds", "12 minutes", "3 hours": how far behind. */
export function lagInWords(seconds: number | null): string {
  if (seconds === null) return "Not read yet";
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}
