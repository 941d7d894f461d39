import type { Channel } from "@/application/shared/common-schemas";

/** What the form holds while it is filled in. */
export interface DetailsDraft {
  patient: { name: string; email: string; phone: string };
  reason: string;
  channels: Channel[];
}

export const emptyDraft = (known: { name: string | null; email: string } | null): DetailsDraft => ({
  patient: { name: known?.name ?? "", email: known?.email ?? "", phone: "" },
  reason: "",
  channels: ["EMAIL"],
});
