import type { SandboxMessage } from "../store/message";
import { SendgridError } from "./sendgrid-error";

const condition = /^\s*(?:(msg_id|to_email|from_email|subject|status)|\(?(?:unique_args|custom_args)\[['"]([^'"]+)['"]\])\s*(=|LIKE)\s*['"]([^'"]*)['"]\)?\s*$/i;

const statusOf = (message: SandboxMessage) =>
  message.state === "delivered" || message.state === "open" ? "delivered" : message.state === "bounce" || message.state === "dropped" ? "not_delivered" : "processing";

const bareAddress = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from;

export const mailSummary = (message: SandboxMessage) => ({
  from_email: bareAddress(message.from), msg_id: message.id, subject: message.subject ?? "", to_email: message.to,
  status: statusOf(message), opens_count: message.events.filter(({ event }) => event === "open").length, clicks_count: 0, last_event_time: message.updatedAt,
});

/** The e-mail activity query: conditions on the summary's fields or `unique_args['name']`, joined by AND. */
export function findMails(messages: SandboxMessage[], query: string): SandboxMessage[] {
  const conditions = query.split(/\s+AND\s+/i).map((text) => {
    const [, field, argument, operator = "=", wanted = ""] = condition.exec(text) ?? [];
    if (!field && !argument) throw new SendgridError(400, [{ message: `invalid query: ${text}`, field: "query" }]);
    const pattern = new RegExp(`^${wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/%/g, ".*")}$`);
    return (message: SandboxMessage) => {
      const value = argument ? message.customArgs?.[argument] : Object.entries(mailSummary(message)).find(([name]) => name === field?.toLowerCase())?.[1];
      return value !== undefined && (operator === "=" ? String(value) === wanted : pattern.test(String(value)));
    };
  });
  return messages.filter((message) => conditions.every((holds) => holds(message)));
}
