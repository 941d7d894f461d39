import type { Sandbox } from "../sandbox-context";
import type { SandboxMessage } from "../store/message";

/** Types that WhatsApp and MMS take, of those worth standing in for; https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages */
const TAKEN = /^(text\/vcard|image\/(jpeg|png|webp)|application\/pdf)\b/;
const longestMs = 10_000;

/** Fetches what a message carries, as Twilio does before it sends; false when an address gives nothing that can be sent. */
export async function fetchMedia(sandbox: Sandbox, message: SandboxMessage): Promise<boolean> {
  const found = await Promise.all((message.mediaUrls ?? []).map((url) => fetchOne(sandbox, url)));
  message.attachments = found.filter((file) => file !== null);
  sandbox.changed();
  return message.attachments.length === found.length;
}

async function fetchOne(sandbox: Sandbox, url: string) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([sandbox.work.signal, AbortSignal.timeout(longestMs)]) });
    const type = answer.headers.get("content-type") ?? "";
    if (!answer.ok || !TAKEN.test(type)) return null;
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { filename: new URL(url).pathname.split("/").at(-1) ?? "file", type, content: type.startsWith("text/") ? bytes.toString("utf8") : bytes.toString("base64") };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}
