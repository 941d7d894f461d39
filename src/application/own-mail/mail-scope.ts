/** Sending and nothing else: nothing in the mailbox can be read with it. */
export const MAIL_SCOPE = "https://www.googleapis.com/auth/gmail.send";

/** Whether a consent covers sending e-mails. */
export const allowsMail = (scopes: readonly string[]): boolean => scopes.includes(MAIL_SCOPE);
