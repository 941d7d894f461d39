/** "€45", "€45.50", "Free". `amount` is in minor units of `currency` (ISO 4217). */
export function formatPrice({ amount, currency }: { amount: number; currency: string }): string {
  if (amount === 0) return "Free";
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
