import { uuidv7 } from "uuidv7";
import { enqueue } from "@/application/shared/enqueue";
import { createContainer } from "@/server/container";
import { privateEventsOf, type PrivateEvent } from "../../prisma/seed/private-events";
import { PROVIDERS } from "../../prisma/seed/world";

/** As Google names the scopes that a calendar consent asks for. */
const SCOPES = [
  "openid",
  "https://www.googleapis.com/auth/userinfo.email",
  "https://www.googleapis.com/auth/calendar.events",
  "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
  "https://www.googleapis.com/auth/meetings.space.created",
];

interface Grant {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

/** Connects the sandbox calendars, with private events in them, of the providers the demonstration shows as connected. Repeating it changes nothing. */
export async function connectDemoCalendars(env: Record<string, string>, sandboxOrigin: string): Promise<void> {
  const container = createContainer("connect-demo-calendars", { ...process.env, ...env });
  try {
    for (const { slug, email, timeZone } of PROVIDERS.filter((person) => person.isCalendarConnected)) {
      const provider = await container.db.provider.findUniqueOrThrow({ where: { slug }, select: { id: true, connections: { select: { id: true } } } });
      if (provider.connections.length > 0) continue;
      await addPrivateEvents(sandboxOrigin, email, privateEventsOf(slug, timeZone, Date.now()));
      const grant = await requestGrant(sandboxOrigin, email);
      const id = uuidv7();
      const [accessTokenCiphertext, refreshTokenCiphertext] = await Promise.all([
        container.cipher.encrypt(grant.accessToken, `connection:${id}:access`),
        container.cipher.encrypt(grant.refreshToken, `connection:${id}:refresh`),
      ]);
      const accountSubject = await subjectOf(sandboxOrigin, grant.accessToken);
      await container.db.$transaction(async (tx) => {
        await tx.calendarConnection.create({
          data: {
            id, providerId: provider.id, status: "ACTIVE", accountEmail: email, accountSubject, scopes: SCOPES, accessTokenCiphertext, refreshTokenCiphertext,
            accessTokenExpiresAt: new Date(Date.now() + grant.expiresIn * 1000), connectedAt: new Date(),
          },
        });
        await enqueue(tx, "calendar.start-connection", { connectionId: id });
      });
    }
  } finally {
    await container.close();
  }
}

/** Puts a private life into a sandbox calendar, so that busy time is there to be read; what is there already stays. */
async function addPrivateEvents(sandboxOrigin: string, account: string, events: readonly PrivateEvent[]): Promise<void> {
  const time = (at: number) => ({ dateTime: new Date(at).toISOString() });
  for (const { id, title, span, isFree } of events) {
    const event = { id, summary: title, start: time(span[0]), end: time(span[1]), ...(isFree && { transparency: "transparent" }) };
    const response = await fetch(`${sandboxOrigin}/_sandbox/calendar/events`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ account, event }) });
    if (!response.ok && response.status !== 409) throw new Error(`the sandbox refused an event of ${account}: ${response.status} ${await response.text()}`);
  }
}

async function requestGrant(sandboxOrigin: string, account: string): Promise<Grant> {
  const response = await fetch(`${sandboxOrigin}/_sandbox/google/grants`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ account, scopes: SCOPES }) });
  if (!response.ok) throw new Error(`the sandbox refused a grant for ${account}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Grant;
}

async function subjectOf(sandboxOrigin: string, accessToken: string): Promise<string> {
  const response = await fetch(`${sandboxOrigin}/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } });
  if (!response.ok) throw new Error(`the sandbox did not say who the account is: ${response.status}`);
  return ((await response.json()) as { sub: string }).sub;
}
