/** Whether a consent covers making Meet spaces. */
export const allowsMeet = (scopes: readonly string[]): boolean => scopes.some((scope) => scope.endsWith("/meetings.space.created"));
