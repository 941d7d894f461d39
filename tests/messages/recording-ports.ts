import type { OutgoingEmail, OutgoingText, Ports } from "@/application/shared/ports";

/** Ways out that take everything and keep it, for tests of what is sent rather than how. */
export function recordingPorts() {
  const emails: OutgoingEmail[] = [];
  const texts: OutgoingText[] = [];
  const text = {
    sender: "+15005550006",
    send: async (message: OutgoingText) => ({ vendorId: `text-${texts.push(message)}` }),
    findSent: async () => null,
  };
  const ports: Pick<Ports, "email" | "sms" | "whatsapp"> = {
    email: { send: async (email) => ({ vendorId: `email-${emails.push(email)}` }), findSent: async () => null, allowAgain: async () => undefined },
    sms: text,
    whatsapp: text,
  };
  return { ports, emails, texts };
}
