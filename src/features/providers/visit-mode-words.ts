import type { VisitMode } from "@/application/shared/common-schemas";

export const VISIT_MODE_WORDS = { IN_PERSON: "In person", ONLINE: "Video", PHONE: "Phone" } as const satisfies Record<VisitMode, string>;

/** "In person, video or phone" */
export function modesInWords(modes: readonly VisitMode[]): string {
  const words = modes.map((mode, index) => (index === 0 ? VISIT_MODE_WORDS[mode] : VISIT_MODE_WORDS[mode].toLowerCase()));
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
