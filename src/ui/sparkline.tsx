/** A decorative trend line; the figure and its change in words stand beside it. */
export function Sparkline({ values, className }: { values: readonly number[]; className?: string }) {
  if (values.length < 2) return null;
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest || 1;
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * 96 + 2;
    const y = 26 - ((value - lowest) / span) * 22;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const last = points.at(-1)?.split(",") ?? [];
  return (
    <svg viewBox="0 0 100 30" aria-hidden="true" className={className}>
      <polyline points={points.join(" ")} fill="none" stroke="var(--primary)" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      <circle cx={last[0]} cy={last[1]} r="2.25" fill="var(--primary)" />
    </svg>
  );
}
