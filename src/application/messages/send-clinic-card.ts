import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { SendCardInput } from "./conversation-schemas";
import { clinicFigures } from "./reply-figures";
import { writeFromClinic } from "./write-from-clinic";

/** Sends the clinic's contact card to the person of a WhatsApp conversation, once per key. Throws as `replyInConversation` does, and POLICY_REFUSED for an SMS, which carries no card. */
export async function sendClinicCard(app: AppContext, { conversationId, key }: SendCardInput): Promise<{ messageId: string | null }> {
  return inTransaction(app, (tx) => {
    const nameAndPhone = async ({ providerId }: { providerId: string }) => {
      const { clinic, phone } = await clinicFigures(tx, providerId);
      return [clinic, phone].filter((part) => part !== "").join(", ");
    };
    return writeFromClinic(app, tx, conversationId, { template: "staff-card", body: nameAndPhone, key });
  });
}
