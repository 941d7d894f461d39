import type { StoredCalendar } from "../google/calendar/stored-calendar";
import type { MailUpload } from "../google/gmail/mail-upload";
import type { MeetSpace } from "../google/meet/meet-space";
import type { IdentityClaims } from "../sandbox-options";
import type { SandboxMessage } from "./message";

export interface GoogleAccount {
  email: string;
  name: string;
  sub: string;
  timeZone: string;
  claims?: IdentityClaims;
}

/** One consent of one account to one client; every token belongs to a grant. */
export interface Grant {
  id: string;
  account: string;
  clientId: string;
  scopes: string[];
  refreshToken?: string;
  revoked: boolean;
}

export interface AccessToken {
  grantId: string;
  account: string;
  scopes: string[];
  /** Epoch milliseconds. */
  expiresAt: number;
}

export interface AuthorizationCode {
  /** Access was asked offline and the person was shown the consent page. */
  issuesRefreshToken: boolean;
  clientId: string;
  account: string;
  redirectUri: string;
  scopes: string[];
  nonce?: string;
  codeChallenge?: string;
  codeChallengeMethod?: "S256" | "plain";
  expiresAt: number;
  used: boolean;
}

export interface PushChannel {
  id: string;
  token?: string;
  resourceId: string;
  resourceUri: string;
  address: string;
  account: string;
  calendarId: string;
  expiresAt: number;
  messageNumber: number;
}

/** An .ics file that anybody may read. */
export interface CalendarFile {
  ics: string;
  /** Epoch milliseconds. */
  changedAt: number;
}

export interface SandboxState {
  version: 1;
  google: {
    accounts: GoogleAccount[];
    /** Private JWK that signs id tokens. */
    signingKey?: Record<string, unknown>;
    grants: Record<string, Grant>;
    accessTokens: Record<string, AccessToken>;
    codes: Record<string, AuthorizationCode>;
    /** account + client → scopes agreed to. */
    consents: Record<string, string[]>;
    refreshes: Record<string, number>;
    calendars: Record<string, StoredCalendar>;
    channels: PushChannel[];
    /** calendar + requestId → meeting code. */
    conferences: Record<string, string>;
    spaces: Record<string, MeetSpace>;
    /** Uploads of mails by id; absent in states written before there were any. */
    uploads?: Record<string, MailUpload>;
  };
  messages: SandboxMessage[];
  twilio: {
    /** Keys `from|to` of people who wrote STOP. */
    optOuts: string[];
    /** `whatsapp:+…|whatsapp:+…` → epoch milliseconds of the last inbound message. */
    lastInbound: Record<string, number>;
  };
  sendgrid: {
    /** Base64 PKCS#8 DER. */
    signingKey?: string;
    bounced: string[];
    /** Addresses that reported a mail as spam; absent in states kept by earlier versions. */
    spamReporters?: string[];
  };
  /** Calendar files by name; absent in states written before there were any. */
  files?: Record<string, CalendarFile>;
}

export const emptyState = (): SandboxState => ({
  version: 1,
  google: {
    accounts: [], grants: {}, accessTokens: {}, codes: {}, consents: {}, refreshes: {},
    calendars: {}, channels: [], conferences: {}, spaces: {},
  },
  messages: [],
  twilio: { optOuts: [], lastInbound: {} },
  sendgrid: { bounced: [] },
});
