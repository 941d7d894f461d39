import { z } from "zod";
import { SendgridError, type SendgridProblem } from "./sendgrid-error";

const help = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html";

const Address = z.object({ email: z.email("Does not contain a valid address."), name: z.string().optional() });
const Arguments = z.record(z.string(), z.string());

/** A bare media type, or a calendar's with its method: https://github.com/anymail/django-anymail/issues/150 */
const AttachmentType = z.string().regex(/^([^;\r\n]+|text\/calendar; ?method=\w+)$/i, "The attachment type cannot contain ';', or CRLF characters.");

const MailSend = z.object({
  personalizations: z.array(z.object({
    to: z.array(Address).min(1), cc: z.array(Address).optional(), bcc: z.array(Address).optional(),
    subject: z.string().optional(), custom_args: Arguments.optional(), headers: Arguments.optional(),
    substitutions: Arguments.optional(), dynamic_template_data: z.record(z.string(), z.unknown()).optional(), send_at: z.int().optional(),
  })).min(1),
  from: Address,
  reply_to: Address.optional(),
  subject: z.string().min(1).optional(),
  content: z.array(z.object({ type: z.string().min(1), value: z.string().min(1) })).optional(),
  attachments: z.array(z.object({
    content: z.base64(), filename: z.string().min(1), type: AttachmentType.optional(),
    disposition: z.enum(["attachment", "inline"]).optional(), content_id: z.string().optional(),
  })).optional(),
  template_id: z.string().optional(), custom_args: Arguments.optional(), headers: Arguments.optional(),
  categories: z.array(z.string()).max(10).optional(), send_at: z.int().optional(),
});
export type MailSend = z.infer<typeof MailSend>;

const required: Record<string, string> = {
  personalizations: "The personalizations field is required and must have at least one personalization.",
  from: "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  e.g. {\"email\" : \"example@example.com\"}  or {\"email\" : \"example@example.com\", \"name\" : \"Example Recipient\"}.",
};

function contentProblems(mail: MailSend): SendgridProblem[] {
  if (mail.template_id !== undefined) {
    return /^d-[0-9a-f]{32}$/.test(mail.template_id) ? [] : [{ message: "The template_id must be a valid GUID. You provided something that is not.", field: "template_id", help: `${help}#message.template_id` }];
  }
  const problems: SendgridProblem[] = [];
  const unnamed = !mail.subject && mail.personalizations.some((personalization) => !personalization.subject);
  if (unnamed) {
    problems.push({ message: "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.", field: "subject", help: `${help}#message.subject` });
  }
  if (!mail.content?.length) {
    problems.push({ message: "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block.", field: "content", help: `${help}#message.content` });
  }
  const types = mail.content?.map((block) => block.type) ?? [];
  const expected = [...types].sort((a, b) => rank(a) - rank(b));
  if (types.some((type, index) => type !== expected[index])) {
    problems.push({ message: "If present, text/plain and text/html may only be provided once, with text/plain before text/html before other types.", field: "content", help: `${help}#message.content` });
  }
  return problems;
}

const rank = (type: string) => (type === "text/plain" ? 0 : type === "text/html" ? 1 : 2);

/** Checks a `/v3/mail/send` body; throws SendGrid's list of problems. */
export function readMailSend(body: unknown): MailSend {
  const parsed = MailSend.safeParse(body);
  const problems = parsed.success ? contentProblems(parsed.data) : parsed.error.issues.map((issue): SendgridProblem => {
    const field = issue.path.join(".");
    return { message: required[field] ?? issue.message, field, help: `${help}#message.${field}` };
  });
  if (problems.length > 0 || !parsed.success) throw new SendgridError(400, problems);
  return parsed.data;
}
