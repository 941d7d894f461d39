import { render } from "@react-email/render";
import type { Brand } from "@/domain/messages/brand";
import type { EmailContent } from "@/domain/messages/email-content";
import { MessageEmail } from "./message-email";

/** The HTML part of an e-mail in the look of its sender. All text in it is escaped. */
export const renderEmail = (content: EmailContent, brand: Brand): Promise<string> => render(<MessageEmail content={content} brand={brand} />);
