import type { AppContext } from "@/application/shared/context";
import type { IntegrationStatus } from "./health-schemas";

/** Which integrations this installation has switched on. */
export function integrationStatus({ ports }: AppContext): IntegrationStatus {
  return { calendar: ports.calendar !== null, meet: ports.meet !== null, email: ports.email !== null, sms: ports.sms !== null, whatsapp: ports.whatsapp !== null };
}
