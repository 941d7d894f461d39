/** All calendar work of one provider runs one after another. */
export const calendarQueue = (providerId: string): string => `calendar:${providerId}`;
