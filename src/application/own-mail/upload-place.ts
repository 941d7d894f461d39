/** Where the address of an upload belongs: ciphertext moved to another message does not decrypt. */
export const uploadPlace = (messageId: string): string => `message:${messageId}:upload`;
