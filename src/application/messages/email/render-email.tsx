import { render } from "@react-email/render";
import type { EmailContent } from "@/domain/messages/email-content";
import { MessageEmail } from "./message-email";

/** The HTML part of an e-mail. All text in it is escaped. */
export const renderEmail = (content: EmailContent): Promise<string> => render(<MessageEmail content={content} />);
