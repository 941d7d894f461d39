export interface SandboxMessage {
  readonly channel: "email" | "sms" | "whatsapp";
  readonly to: string;
  readonly from: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly { readonly filename: string; readonly type: string; readonly content: string }[];
}

export interface SandboxEvent {
  readonly id: string;
  readonly status: string;
  readonly summary?: string;
  readonly description?: string;
  readonly hangoutLink?: string;
  readonly start?: { readonly dateTime?: string; readonly date?: string };
  readonly end?: { readonly dateTime?: string };
}

/** What arrived at the vendors, and what a person does in their Google Calendar. */
export class SandboxInspector {
  constructor(readonly origin: string) {}

  async messagesTo(to: string): Promise<SandboxMessage[]> {
    return (await this.call<{ messages: SandboxMessage[] }>("GET", `/_sandbox/messages?to=${encodeURIComponent(to)}`)).messages;
  }

  async eventsOf(account: string): Promise<SandboxEvent[]> {
    return (await this.call<{ events: SandboxEvent[] }>("GET", `/_sandbox/calendar/events?account=${encodeURIComponent(account)}`)).events;
  }

  addEvent(account: string, event: Record<string, unknown>): Promise<SandboxEvent> {
    return this.call("POST", "/_sandbox/calendar/events", { account, event });
  }

  moveEvent(account: string, id: string, startsAt: Date, minutes: number): Promise<SandboxEvent> {
    const at = (ms: number) => ({ dateTime: new Date(startsAt.getTime() + ms).toISOString() });
    return this.call("PATCH", `/_sandbox/calendar/events/${id}?account=${encodeURIComponent(account)}`, { start: at(0), end: at(minutes * 60_000) });
  }

  deleteEvent(account: string, id: string): Promise<unknown> {
    return this.call("DELETE", `/_sandbox/calendar/events/${id}?account=${encodeURIComponent(account)}`);
  }

  /** Somebody opens a Google account. */
  addAccount(account: { email: string; name: string; timeZone: string }): Promise<unknown> {
    return this.call("POST", "/_sandbox/google/accounts", account);
  }

  /** Google fails for one calendar until `clearFaults`. */
  failCalendar(account: string, status: number): Promise<unknown> {
    return this.call("POST", "/_sandbox/faults", { vendor: "google", match: `/calendars/${encodeURIComponent(account)}/events`, status });
  }

  clearFaults(): Promise<unknown> {
    return this.call("DELETE", "/_sandbox/faults");
  }

  /** What withdrawing access in one's Google account does. */
  revokeAccess(account: string): Promise<unknown> {
    return this.call("POST", "/_sandbox/google/revoke", { account });
  }

  /** A public calendar file at `/files/<name>`, as another program would publish it. */
  publishFile(name: string, ics: string): Promise<unknown> {
    return this.call("PUT", `/_sandbox/files/${name}`, { ics });
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.origin}${path}`, { method, ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    const text = await response.text();
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }
}
