/** What of a search could be part of a stored telephone number, however it was written: "030 5550-1010" finds +493055501010. Null for anything else. */
export function phoneDigits(query: string): string | null {
  if (!/^[+\d\s()/.-]+$/.test(query)) return null;
  // Neither a country's trunk zero nor the international prefix is part of what is stored.
  const digits = query.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length < 3 ? null : digits;
}
