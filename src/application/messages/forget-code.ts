import { PHONE_CODE } from "@/domain/phones/phone-texts";
import type { Message } from "@/generated/prisma/client";

/** What is taken from a message once it has been sent or never will be: nobody needs to read a code again. */
export const forgetCode = ({ template }: Pick<Message, "template">): { bodyCiphertext?: null } => (template === PHONE_CODE ? { bodyCiphertext: null } : {});
