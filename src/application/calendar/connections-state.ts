import type { AppContext } from "@/application/shared/context";
import type { ConnectionStatus } from "@/generated/prisma/enums";
import type { CalendarStatusView } from "./calendar-schemas";

/** How the connected accounts of one owner stand together. */
export function connectionsState(app: AppContext, connections: readonly { readonly status: ConnectionStatus }[]): CalendarStatusView["state"] {
  if (app.ports.calendar === null) return "off";
  if (connections.length === 0) return "not-connected";
  return connections.some((connection) => connection.status === "RECONNECT_NEEDED") ? "reconnect-needed" : "active";
}
