import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { RefreshedToken } from "@/application/shared/ports";
import type { ConnectionAccess } from "@/generated/prisma/enums";

/** A token for a connection that has none of its own to renew: on shared calendars, or in its person's name. Throws IntegrationError. */
export async function grantAsServiceAccount({ ports }: AppContext, { access, accountEmail }: { access: ConnectionAccess; accountEmail: string }): Promise<RefreshedToken> {
  if (ports.serviceAccount === null) throw new IntegrationError({ vendor: "google", operation: "oauth.service-account", kind: "permanent", code: "switched-off" });
  return ports.serviceAccount.grant(access === "DELEGATED" ? accountEmail : null);
}
