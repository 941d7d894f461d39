/** `lockProvider` as a statement without parameters, to travel with BEGIN. Throws unless `providerId` is a UUID. */
export function lockProviderStatement(providerId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(providerId)) throw new RangeError("not a UUID");
  return `SELECT pg_advisory_xact_lock(hashtextextended('${providerId}', 0))::text AS lock`;
}
