import { withLiveToken } from "@/application/calendar/with-access-token";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { Message } from "@/generated/prisma/client";
import { uploadPlace } from "./upload-place";

/**
 * What became of a message handed over to the provider's own mailbox: Google's id, or null when it certainly did not go. A place that took
 * only a part of it is left behind, because the message may be worded differently by now. Throws IntegrationError when Google does not tell.
 */
export async function findOwnMail(app: AppContext, { id, uploadCiphertext, senderConnectionId }: Message): Promise<{ vendorId: string } | null> {
  if (uploadCiphertext === null) return null;
  const { mailbox } = app.ports;
  if (mailbox == null || senderConnectionId === null) throw new IntegrationError({ vendor: "google", operation: "gmail.find-sent", kind: "permanent", code: "switched-off" });
  const uploadUrl = await app.cipher.decrypt(uploadCiphertext, uploadPlace(id));
  const found = await withLiveToken(app, senderConnectionId, (accessToken) => mailbox.findSent(accessToken, uploadUrl));
  if (found.state === "sent") return { vendorId: found.vendorId };
  if (found.state === "partly") await app.db.message.updateMany({ where: { id, uploadCiphertext }, data: { uploadCiphertext: null } });
  return null;
}
