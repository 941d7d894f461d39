export type MessageChannel = "email" | "sms" | "whatsapp";
export type MessageState =
  | "queued" | "sent" | "delivered" | "undelivered" | "failed" | "read" | "received"
  | "processed" | "bounce" | "dropped" | "open" | "spamreport";

export interface MessageAttachment {
  filename: string;
  type: string;
  /** Decoded for text types, base64 otherwise. */
  content: string;
}

export interface MessageEvent {
  event: string;
  at: string;
  detail?: string;
}

/** One send to one recipient, or one reply from a person, whatever the vendor. */
export interface SandboxMessage {
  id: string;
  vendor: "twilio" | "sendgrid" | "gmail";
  direction: "outbound" | "inbound";
  channel: MessageChannel;
  to: string;
  from: string;
  subject?: string;
  text?: string;
  html?: string;
  attachments?: MessageAttachment[];
  headers?: Record<string, string>;
  customArgs?: Record<string, string>;
  /** A SendGrid dynamic template and what it is filled with. */
  templateId?: string;
  templateData?: Record<string, unknown>;
  contentSid?: string;
  contentVariables?: string;
  mediaUrls?: string[];
  state: MessageState;
  events: MessageEvent[];
  createdAt: string;
  updatedAt: string;
  /** The sender's own reference: SendGrid's `message_id` argument or `?ref=` of Twilio's callback. */
  clientReference?: string;
  statusCallback?: string;
  errorCode?: number;
  errorMessage?: string;
}
