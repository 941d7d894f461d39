import type { ClinicServiceView } from "./clinic-schemas";

type ServiceRow = Omit<ClinicServiceView, "price" | "longestMinutes" | "prices" | "hasOtherPrices"> & { readonly priceAmount: number; readonly currency: string };

/** One line per service of several providers, those most of them offer first. Its words are those of whoever asks the least. */
export function mergeServices(rows: readonly ServiceRow[]): ClinicServiceView[] {
  const groups = [...new Set(rows.map(({ slug }) => slug))].map((wanted) => rows.filter(({ slug }) => slug === wanted).toSorted((a, b) => a.priceAmount - b.priceAmount));
  return groups.toSorted((a, b) => b.length - a.length).flatMap(mergeSame);
}

/** `same` begins with the cheapest. */
function mergeSame(same: readonly ServiceRow[]): ClinicServiceView[] {
  const prices = same.map(({ priceAmount, currency }) => ({ amount: priceAmount, currency }));
  const least = prices.filter(({ currency }, index) => prices.findIndex((one) => one.currency === currency) === index);
  const [cheapest, price] = [same[0], least[0]];
  if (cheapest === undefined || price === undefined) return [];
  const { slug, name, description } = cheapest;
  const lengths = same.map(({ durationMinutes }) => durationMinutes);
  return [
    {
      slug, name, description, price,
      durationMinutes: Math.min(...lengths),
      longestMinutes: Math.max(...lengths),
      modes: [...new Set(same.flatMap(({ modes }) => modes))],
      prices: least,
      hasOtherPrices: prices.some((one) => !least.some(({ amount, currency }) => currency === one.currency && amount === one.amount)),
      requiresApproval: same.every(({ requiresApproval }) => requiresApproval),
      horizonDays: Math.max(...same.map(({ horizonDays }) => horizonDays)),
    },
  ];
}
