/** Where the ciphertext of an address belongs. */
export const linkPlace = (connectionId: string): string => `calendar-link:${connectionId}`;
