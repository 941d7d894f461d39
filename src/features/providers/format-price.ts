/** "€45", "€45.50", "Free". `amount` is in minor units of `currency` (ISO 4217). */
export function formatPrice({ amount, currency }: { amount: number; currency: string }): string {
  if (amount === 0) return "Free";
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** "€45", "from €45", "free or from €45", "free": what visits cost at least. */
export function priceSpan(prices: readonly { amount: number; currency: string }[]): string {
  const paid = prices.filter(({ amount }) => amount > 0).sort((a, b) => a.amount - b.amount);
  const [least] = paid;
  if (!least) return "free";
  const hasOthers = paid.some(({ amount }) => amount !== least.amount);
  const words = hasOthers ? `from ${formatPrice(least)}` : formatPrice(least);
  return paid.length < prices.length ? `free or ${words}` : words;
}

/** "€45", "from €45", "€45 or £52": the least in each currency, and whether some ask more. */
export const leastPrices = (least: readonly { amount: number; currency: string }[], hasOthers: boolean): string => `${hasOthers ? "from " : ""}${least.map(formatPrice).join(" or ")}`;
