/** "9:05" for 545 seconds. Never negative. */
export function formatCountdown(secondsLeft: number): string {
  const seconds = Math.max(0, Math.floor(secondsLeft));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const moments = [300, 120, 60, 30];

/** The latest sparse moment that has been reached, so that a screen reader hears minutes and not seconds. Null above five minutes. */
export function countdownMoment(secondsLeft: number): number | null {
  if (secondsLeft <= 0) return 0;
  return moments.filter((moment) => secondsLeft <= moment).at(-1) ?? null;
}

export function countdownWords(moment: number): string {
  if (moment <= 0) return "The time is up";
  if (moment < 60) return `${moment} seconds left`;
  return moment === 60 ? "1 minute left" : `${moment / 60} minutes left`;
}
