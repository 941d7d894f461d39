/** A filter for exactly this text in upper or lower case. Prisma compares without case by a pattern, in which "_" and "%" stand for anything. */
export const sameText = (text: string) => ({ equals: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const });
