/** What a variable of an approved WhatsApp template may stand for. `path` is the link after our address, for a button that opens it, `card` likewise the contact card that goes along; `reference` makes a
 * button's answer name its visit. */
export const WHATSAPP_FACTS = ["who", "when", "link", "path", "card", "reference"] as const;
export type WhatsappFact = (typeof WHATSAPP_FACTS)[number];

/** Of a template for which nothing else is set: {{1}} who, {{2}} when with the zone in words, {{3}} one link. */
const USUAL: readonly WhatsappFact[] = ["who", "when", "link"];

/** Approved templates by message, and what their variables stand for in order. A name may end in "-" and a language: "reminder-de". */
export interface WhatsappTemplates {
  readonly sids: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, readonly WhatsappFact[]>>;
}

/**
 * The approved template for a message and its variables; null when there is none. `names` are those the message goes by, the exact one
 * first; a template in the reader's language goes before one in any.
 */
export function whatsappContent(templates: WhatsappTemplates, names: readonly string[], language: string, facts: Readonly<Record<WhatsappFact, string>>): { sid: string; variables: Record<string, string> } | null {
  const keys = names.flatMap((name) => [`${name}-${language}`, name]);
  const sid = firstOf(templates.sids, keys);
  if (sid === undefined) return null;
  const order = firstOf(templates.variables, keys) ?? USUAL;
  return { sid, variables: Object.fromEntries(order.map((fact, index) => [String(index + 1), facts[fact]])) };
}

const firstOf = <T>(table: Readonly<Record<string, T>>, keys: readonly string[]): T | undefined => table[keys.find((key) => table[key] !== undefined) ?? ""];
