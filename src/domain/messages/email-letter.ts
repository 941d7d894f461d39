import type { EmailContent } from "./email-content";

/** The text part: the same e-mail, written as a letter. */
export function emailLetter(content: EmailContent): string {
  const { when, where, button, link } = content;
  const paragraphs = [
    content.greeting,
    `${content.heading}.`,
    when && [`${when.isOff ? "It was: " : ""}${when.date}, ${when.time} to ${when.until}, ${when.zone}`, ...when.notes].join("\n"),
    where && [`${where.label}:`, ...(where.url === null ? where.lines : [where.url])].join("\n"),
    content.lines.join("\n"),
    button && `${button.label}:\n${button.url}`,
    content.how.join("\n"),
    link && `${link.label}:\n${link.url}`,
    `Kind regards\n${content.signature}`,
    ["--", content.footer.name, ...content.footer.lines].join("\n"),
  ];
  return `${paragraphs.filter((paragraph): paragraph is string => typeof paragraph === "string" && paragraph !== "").join("\n\n")}\n`;
}
