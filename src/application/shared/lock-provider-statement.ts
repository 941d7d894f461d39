/** Whose times: a provider by id or slug, or the provider of a hold by its id or of a booking by its reference. */
export type WhoseTimes = { readonly id: string } | { readonly slug: string } | { readonly holdId: string } | { readonly reference: string };

const UUID = /^[0-9a-f-]{36}$/i;

/**
 * `lockProvider` as a statement without parameters, to travel with BEGIN. Locks nobody when there is no such provider.
 * Throws RangeError for values that are not what they are called.
 */
export function lockProviderStatement(whose: WhoseTimes): string {
  const lock = (id: string) => `SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))::text AS lock`;
  if ("id" in whose) return lock(`'${checked(whose.id, UUID)}'`);
  if ("slug" in whose) return `${lock("id::text")} FROM provider WHERE slug = '${checked(whose.slug, /^[a-z0-9-]{1,100}$/)}'`;
  if ("holdId" in whose) return `${lock("provider_id::text")} FROM booking WHERE id = '${checked(whose.holdId, UUID)}'`;
  return `${lock("provider_id::text")} FROM booking WHERE reference = '${checked(whose.reference, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)}' AND status <> 'RESCHEDULED'`;
}

function checked(value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw new RangeError("not an id, a slug or a reference");
  return value;
}
