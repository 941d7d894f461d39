/** A path on this site to go on to, or `fallback`: never another site, however it is written. */
export function safeReturnPath(asked: string | undefined, fallback: string): string {
  if (asked === undefined || !/^\/(?![/\\])/.test(asked) || /[\u0000-\u001f\\]/.test(asked)) return fallback;
  return asked;
}
