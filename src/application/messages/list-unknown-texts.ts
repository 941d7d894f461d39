import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { formatPhone } from "@/application/shared/phone-view";
import { noteReading } from "./note-reading";
import { inboundPlace } from "./receive-text";
import type { UnknownTexts } from "./unknown-text-schemas";

const SHOWN = 100;
/** One subject for all of them: they belong to nobody. */
const UNKNOWN = "unknown-numbers";

/** Texts from numbers that no clinic has ever written to, the latest first. The reading is audited. Throws NOT_AUTHENTICATED, NOT_ALLOWED. */
export async function listUnknownTexts(app: AppContext): Promise<UnknownTexts> {
  authorize(app.actor, "message.read-unknown");
  const texts = await app.db.inboundMessage.findMany({ where: { conversation: { providerId: null } }, orderBy: { receivedAt: "desc" }, take: SHOWN });
  if (texts.length > 0) await noteReading(app, { subjectKind: "conversation", subjectId: UNKNOWN, action: "message.read" });
  const items = await Promise.all(
    texts.flatMap(({ id, channel, address, bodyCiphertext, receivedAt }) =>
      channel === "EMAIL" ? [] : [app.cipher.decrypt(bodyCiphertext, inboundPlace(id)).then((text) => ({ id, channel, phone: address, phoneText: formatPhone(address), text, receivedAt: receivedAt.toISOString() }))],
    ),
  );
  return { items };
}
