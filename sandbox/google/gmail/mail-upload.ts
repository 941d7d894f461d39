/** A place that was opened for one mail: the mail is sent when all of it has come in, once. */
export interface MailUpload {
  account: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** The answer to whoever asks again. */
  sent?: { id: string; threadId: string; labelIds: string[] };
}
