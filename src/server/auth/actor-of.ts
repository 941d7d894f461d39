import { createHmac } from "node:crypto";
import type { Actor } from "@/application/shared/actor";
import type { Container } from "@/server/container";

/** Who is behind a request, read from the database each time so that a changed role is in force at once. */
export async function actorOf(container: Pick<Container, "db" | "env" | "clock">, sessionToken: string | null, networkAddress: string): Promise<Actor> {
  const session =
    sessionToken === null
      ? null
      : await container.db.session.findUnique({
          where: { sessionToken },
          select: {
            expires: true,
            byLink: true,
            user: {
              select: { id: true, email: true, name: true, isAdministrator: true, provider: { select: { id: true } }, memberships: { select: { organizationId: true, role: true } } },
            },
          },
        });
  if (session === null || session.expires.getTime() <= container.clock.now()) {
    return { kind: "guest", id: createHmac("sha256", container.env.AUTH_SECRET).update(`guest:${networkAddress}`).digest("hex").slice(0, 32) };
  }
  const { user, byLink } = session;
  if (byLink) return { kind: "user", userId: user.id, email: user.email, name: user.name, isByLink: true, isAdministrator: false, providerId: null, memberships: [] };
  return { kind: "user", userId: user.id, email: user.email, name: user.name, isAdministrator: user.isAdministrator, providerId: user.provider?.id ?? null, memberships: user.memberships };
}
