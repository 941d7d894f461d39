import { gmail } from "@googleapis/gmail";
import { OAuth2Client } from "google-auth-library";
import { z } from "zod";
import { IntegrationError } from "@/application/shared/errors";
import type { MailboxPort } from "@/application/shared/ports";
import { callGoogle } from "./call-google";
import { HeadersLike } from "./classify-google-error";
import { classifyMailError } from "./classify-mail-error";
import { DEFAULT_TIMEOUT_MS, type GoogleConfig } from "./google-config";
import { toMime } from "./to-mime";

const UPLOAD_URL = "https://gmail.googleapis.com/upload/gmail/v1/users/me/messages/send";

const DEFAULT_MAILS_PER_DAY = 400;

const Opened = HeadersLike.transform((headers) => headers.get("location")).pipe(z.url());
const Sent = z.object({ id: z.string().min(1) });
const Progress = z.discriminatedUnion("isSent", [z.object({ isSent: z.literal(true), id: z.string().min(1) }), z.object({ isSent: z.literal(false), hasPart: z.boolean() })]);

/**
 * Sending through Gmail v1 by a resumable upload (developers.google.com/workspace/gmail/api/guides/uploads): the place for a message is
 * opened first, and can be asked afterwards whether its message went. `gmail.send` allows no other look into a mailbox (docs/adr/0016).
 */
export function gmailMailbox(config: Pick<GoogleConfig, "apiRootUrl" | "timeoutMs" | "mailsPerDay">): MailboxPort {
  const timeout = config.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const api = gmail({ version: "v1", timeout, retry: false, ...(config.apiRootUrl !== undefined && { rootUrl: config.apiRootUrl }) });
  const { transporter } = new OAuth2Client();
  const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });
  /** The token goes along, so the address has to be Google's. */
  const checked = (uploadUrl: string): string => {
    const { protocol, hostname, origin } = new URL(uploadUrl);
    const isGoogles = protocol === "https:" && hostname.endsWith(".googleapis.com");
    if (!isGoogles && (config.apiRootUrl === undefined || origin !== new URL(config.apiRootUrl).origin)) throw new IntegrationError({ vendor: "google", operation: "gmail.upload", kind: "permanent", code: "foreign-upload" });
    return uploadUrl;
  };

  return {
    sendsPerDay: config.mailsPerDay ?? DEFAULT_MAILS_PER_DAY,

    async open(accessToken) {
      const answer = await callGoogle("gmail.open", false, Opened, async () => {
        const { headers } = await api.users.messages.send({ userId: "me", uploadType: "resumable", requestBody: {} }, { url: UPLOAD_URL, headers: { ...bearer(accessToken), "x-upload-content-type": "message/rfc822" } });
        return { data: headers };
      }).catch(classifyMailError);
      return { uploadUrl: checked(answer) };
    },

    async send(accessToken, uploadUrl, email, sender) {
      const data = await toMime(email, sender);
      const { id } = await callGoogle("gmail.send", true, Sent, () =>
        transporter.request({ url: checked(uploadUrl), method: "PUT", data, headers: { ...bearer(accessToken), "content-type": "message/rfc822" }, retry: false, timeout }),
      ).catch(classifyMailError);
      return { vendorId: id };
    },

    async findSent(accessToken, uploadUrl) {
      const progress = await callGoogle("gmail.find-sent", false, Progress, async () => {
        const { status, data, headers } = await transporter.request<unknown>({
          url: checked(uploadUrl), method: "PUT", headers: { ...bearer(accessToken), "content-range": "bytes */*", "content-length": "0" }, retry: false, timeout,
          // "Resume Incomplete" is an answer here, and nowhere to go.
          redirect: "manual", validateStatus: (code) => code === 308 || (code >= 200 && code < 300),
        });
        return { data: status === 308 ? { isSent: false, hasPart: headers.has("range") } : { isSent: true, ...Sent.safeParse(data).data } };
      }).catch(classifyMailError);
      if (progress.isSent) return { state: "sent", vendorId: progress.id };
      return { state: progress.hasPart ? "partly" : "untouched" };
    },
  };
}
