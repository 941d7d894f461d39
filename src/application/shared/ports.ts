/** What we need of the world outside, in our words. Adapters in `integrations/` implement these and throw IntegrationError. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** What a consent brought. Tokens are plain here and are encrypted before they are stored. */
export interface CalendarGrant {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly scopes: readonly string[];
  readonly accountEmail: string;
  readonly accountSubject: string;
}

export interface RefreshedToken {
  readonly accessToken: string;
  readonly expiresAt: number;
  /** Present when the vendor rotated it. */
  readonly refreshToken?: string;
}

/** What a consent is about: the calendar, sending e-mails besides what is granted already, or both at once. */
export type ConsentSubject = "calendar" | "mail" | "both";

export interface CalendarAuthPort {
  /** Without `loginHint` the person chooses the account. What was granted earlier stays granted. */
  consentUrl(request: { state: string; codeChallenge: string; loginHint?: string; asks: ConsentSubject }): string;
  /** Throws kind `auth` for a code that is unknown, used or expired. */
  exchangeCode(request: { code: string; codeVerifier: string }): Promise<CalendarGrant>;
  /** Throws kind `auth` when the grant is dead (`invalid_grant`). */
  refresh(refreshToken: string): Promise<RefreshedToken>;
  /** Succeeds also when the token was already dead. */
  revoke(token: string): Promise<void>;
}

export interface ServiceAccountPort {
  /** The address that people share their calendars with. */
  readonly email: string;
  /**
   * A token for the calendars shared with the service account or, with `subject`, in the name of that person of a domain
   * whose administrator allowed it. Throws kind `auth` when Google refuses.
   */
  grant(subject: string | null): Promise<RefreshedToken & { readonly scopes: readonly string[] }>;
}

export interface RemoteCalendar {
  readonly externalId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isPrimary: boolean;
  readonly canWrite: boolean;
}

/** The event we write for a booking. Holds nothing about health. */
export interface EventDraft {
  readonly eventId: string;
  readonly title: string;
  readonly description: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly timeZone: string;
  readonly location: string | null;
  /** Marks the event as ours. */
  readonly seriesId: string;
  readonly bookingId: string;
  readonly bookingVersion: number;
  /** Asks for a Meet link, idempotently under this id. */
  readonly conferenceRequestId: string | null;
  /** A Meet link that exists already and that the event shall carry. */
  readonly meetUrl: string | null;
}

/** What a patch writes: times and texts that are absent stay as they are in Google. */
export type EventPatch = Pick<EventDraft, "eventId" | "seriesId" | "bookingId" | "bookingVersion" | "conferenceRequestId" | "meetUrl"> &
  Partial<Pick<EventDraft, "title" | "description" | "location">> & { readonly time: Pick<EventDraft, "startsAt" | "endsAt" | "timeZone"> | null };

export type RemoteTime = { readonly kind: "instant"; readonly at: number } | { readonly kind: "date"; readonly onDate: string };

export interface RemoteEvent {
  readonly eventId: string;
  readonly etag: string;
  readonly status: "confirmed" | "tentative" | "cancelled";
  /** Absent on some tombstones. */
  readonly start: RemoteTime | null;
  readonly end: RemoteTime | null;
  readonly isTransparent: boolean;
  readonly eventType: string;
  /** The calendar owner's own answer, when they are an attendee. */
  readonly ownResponse: "accepted" | "declined" | "tentative" | "needsAction" | null;
  /** Somebody who was invited, the owner included, has declined. */
  readonly hasDeclined: boolean;
  readonly recurringEventId: string | null;
  /** Our mark, when the event is ours. */
  readonly seriesId: string | null;
  readonly bookingId: string | null;
  readonly bookingVersion: number | null;
  /** The time we wrote last, as the event itself remembers it (epoch milliseconds). */
  readonly written: { readonly startsAt: number; readonly endsAt: number } | null;
  readonly meet: { readonly state: "pending" | "ready" | "failed"; readonly url: string | null } | null;
  /** Epoch milliseconds. */
  readonly updatedAt: number | null;
}

export interface EventPage {
  readonly events: readonly RemoteEvent[];
  readonly nextPageToken: string | null;
  /** Only on the last page. */
  readonly nextSyncToken: string | null;
  readonly timeZone: string;
}

/** What a person wrote into a calendar, as it is needed to make a booking of it. */
export interface RemoteVisit {
  readonly eventId: string;
  readonly title: string;
  /** Epoch milliseconds; null for whole days. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** Marked by us: an event of a booking. */
  readonly isOurs: boolean;
  /** Those invited who are neither the calendar's owner nor have declined. */
  readonly invited: readonly { readonly email: string; readonly name: string | null }[];
}

export interface CalendarPort {
  listCalendars(accessToken: string): Promise<RemoteCalendar[]>;
  /** One calendar by its address, whether or not the account lists it. Throws `not-found` when the account may not see it. */
  describeCalendar(accessToken: string, calendarId: string): Promise<RemoteCalendar>;
  /** Whether an event of exactly this title, the calendar's own and no invitation to it, was written since `writtenSince` (epoch ms). */
  holdsOwnEvent(accessToken: string, calendarId: string, event: { title: string; writtenSince: number }): Promise<boolean>;
  /** Throws kind `conflict` when the id is already used. */
  insertEvent(accessToken: string, calendarId: string, event: EventDraft): Promise<RemoteEvent>;
  /** Throws `conflict` when the event is no longer at `etag`, `not-found` when it is gone. A time also revives a cancelled event. */
  patchEvent(accessToken: string, calendarId: string, event: EventPatch, etag: string): Promise<RemoteEvent>;
  getEvent(accessToken: string, calendarId: string, eventId: string): Promise<RemoteEvent>;
  /** Throws `not-found` when it was already gone. */
  deleteEvent(accessToken: string, calendarId: string, eventId: string): Promise<void>;
  /** Changes since `syncToken`, or everything from `timeMin` (epoch ms) on, recurring events expanded. Throws `cursor-expired` on 410. */
  listEvents(accessToken: string, calendarId: string, query: { syncToken: string; pageToken?: string } | { timeMin: number; timeMax: number; pageToken?: string }): Promise<EventPage>;
  /**
   * What stands in a calendar between two instants (epoch ms), once, in one short page, recurring events expanded. Gives up
   * when `signal` does, which throws kind `transient`.
   */
  glanceAt(accessToken: string, calendarId: string, query: { timeMin: number; timeMax: number; signal: AbortSignal }): Promise<Pick<EventPage, "events" | "timeZone"> & { readonly isWhole: boolean }>;
  /** What stands in a calendar from `timeMin` to `timeMax` (epoch ms) with titles and people, recurring events expanded. Asked for only when its owner imports. */
  listVisits(accessToken: string, calendarId: string, query: { timeMin: number; timeMax: number; pageToken?: string }): Promise<{ visits: readonly RemoteVisit[]; nextPageToken: string | null }>;
  watch(accessToken: string, calendarId: string, channel: { channelId: string; token: string; address: string; ttlSeconds: number }): Promise<{ resourceId: string; expiresAt: number }>;
  /** Succeeds also when the channel was already gone. */
  stopChannel(accessToken: string, channel: { channelId: string; resourceId: string }): Promise<void>;
}

/** A calendar read from a public address, its recurring events written out. */
export interface LinkedCalendar {
  readonly name: string | null;
  readonly timeZone: string;
  readonly events: readonly RemoteEvent[];
  /** Events that could not be understood. */
  readonly unreadable: number;
  /** Instances beyond what is kept, the furthest ones. */
  readonly leftOut: number;
}

/** What a server calls a version of a file, to ask whether there is a newer one. */
export interface LinkVersion {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface CalendarLinkPort {
  /** The address in its full form. Throws kind `permanent` for one that is never read: not https, or not of the public internet by its looks. */
  cleanAddress(address: string): string;
  /** Throws with the `code` that `explain-link-failure.ts` has a sentence for. */
  read(address: string, known: LinkVersion | null, options: { window: { timeMin: number; timeMax: number }; fallbackTimeZone: string }): Promise<(LinkedCalendar & { readonly version: LinkVersion }) | "unchanged">;
}

export interface MeetPort {
  createSpace(accessToken: string): Promise<{ spaceName: string; url: string }>;
}

export interface OutgoingEmail {
  /** Our message id: sent along so that an unknown outcome can be looked up. */
  readonly messageId: string;
  readonly to: string;
  readonly toName: string | null;
  readonly fromName: string | null;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** A template kept at the vendor, with the same facts; it is drawn there in place of `html` and `text`. */
  readonly dynamicTemplate: { readonly id: string; readonly data: Readonly<Record<string, unknown>> } | null;
  /** Where one click ends messages of this kind; null for those that are part of a visit. */
  readonly unsubscribeUrl: string | null;
  /** A vCard that goes along. */
  readonly contactCard: string | null;
  readonly calendarInvite: { readonly method: "REQUEST" | "CANCEL" | "PUBLISH"; readonly ics: string } | null;
}

export interface EmailPort {
  send(email: OutgoingEmail): Promise<{ vendorId: string }>;
  /** Finds a message whose send had an unknown outcome; null when it never arrived at the vendor. */
  findSent(query: { messageId: string; to: string; sentAfter: number }): Promise<{ vendorId: string } | null>;
  /** Has the vendor forget that an address refused mail, so that it sends there again. Harmless when it knew of nothing. */
  allowAgain(address: string): Promise<void>;
}

/** As whom a person's own mailbox sends. */
export interface OwnSender {
  readonly name: string;
  /** The account's own address. */
  readonly address: string;
  /** What stands behind the @ of our message ids. */
  readonly messageIdHost: string;
}

/** What became of a message that was handed to a mailbox: it went, nothing of it came in, or only a part did. */
export type UploadState = { readonly state: "sent"; readonly vendorId: string } | { readonly state: "untouched" | "partly" };

/** A person's own mailbox, for sending and nothing else: what is in it cannot be read. */
export interface MailboxPort {
  /** The most we send through one account in 24 hours; the rest of what Google allows is left to its owner. */
  readonly sendsPerDay: number;
  /** Opens a place for one message. Nothing is sent by it. */
  open(accessToken: string): Promise<{ uploadUrl: string }>;
  /** Hands the message over at its place, from where it is sent once, however often it is handed over. */
  send(accessToken: string, uploadUrl: string, email: OutgoingEmail, sender: OwnSender): Promise<{ vendorId: string }>;
  /** Asks a place whether its message went. Throws `not-found` when the place is known no longer. */
  findSent(accessToken: string, uploadUrl: string): Promise<UploadState>;
}

export interface OutgoingText {
  readonly messageId: string;
  readonly channel: "SMS" | "WHATSAPP";
  /** E.164. */
  readonly to: string;
  readonly body: string;
  /** An approved WhatsApp template with its variables; the body is then what it renders to. */
  readonly content: { readonly sid: string; readonly variables: Readonly<Record<string, string>> } | null;
  /** A file that goes along, by an address where the carrier fetches it. */
  readonly mediaUrl: string | null;
}

export interface TextPort {
  /** The number of ours that sends, E.164. */
  readonly sender: string;
  send(text: OutgoingText): Promise<{ vendorId: string }>;
  /** The same for a text, which the vendor knows by its words: not one of those that `except` names as other messages' own. */
  findSent(query: { channel: "SMS" | "WHATSAPP"; to: string; /** Whether a body, as the vendor has it, is this text. */ isIt: (body: string) => boolean; sentAfter: number; except: readonly string[] }): Promise<{ vendorId: string } | null>;
}

/** Keeps all processes together within what Google allows a minute, for an account and for the whole project. */
export interface QuotaPort {
  /** Takes one call of a connection's account. Throws kind `rate-limited` with the seconds to wait when there is none left. */
  take(connectionId: string): Promise<void>;
  /** Whether Google may be asked about a provider's time while a person waits: a few times a minute, whoever those people are. */
  mayLook(providerId: string): Promise<boolean>;
}

/** Each is null when the integration is switched off or has no credentials. */
export interface Ports {
  readonly calendarAuth: CalendarAuthPort | null;
  readonly serviceAccount: ServiceAccountPort | null;
  readonly calendar: CalendarPort | null;
  /** Absent, calls are not counted. */
  readonly googleQuota?: QuotaPort;
  readonly calendarLink: CalendarLinkPort | null;
  readonly meet: MeetPort | null;
  readonly email: EmailPort | null;
  /** Absent, nobody's own mailbox sends. */
  readonly mailbox?: MailboxPort | null;
  readonly sms: TextPort | null;
  readonly whatsapp: TextPort | null;
}
