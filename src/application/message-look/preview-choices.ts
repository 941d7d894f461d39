import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { APPOINTMENT_TEMPLATES, appointmentKind } from "@/domain/messages/appointment-kinds";
import { NOTICE_TEMPLATES, noticeTitle } from "@/domain/messages/notice-kinds";
import { REPLY_KINDS, REPLY_TITLES } from "@/domain/messages/reply-words";
import { WORDED_BY_CLINIC } from "@/domain/messages/wording";
import { REPLY_PREFIX, SIGN_IN_TEMPLATE, type PreviewChoices } from "./preview-schemas";
import { wordedTitle } from "./worded-template";

const TEMPLATES: PreviewChoices["templates"] = [
  ...WORDED_BY_CLINIC.map((template) => ({ template, title: wordedTitle(template), group: "patient" as const })),
  { template: SIGN_IN_TEMPLATE, title: "Link to sign in", group: "patient" },
  ...REPLY_KINDS.map((kind) => ({ template: `${REPLY_PREFIX}${kind}`, title: REPLY_TITLES[kind], group: "answer" as const })),
  ...APPOINTMENT_TEMPLATES.filter((template) => appointmentKind(template).recipient === "PROVIDER").map((template) => ({ template, title: appointmentKind(template).title, group: "provider" as const })),
  { template: "provider-calendar-awaited", title: wordedTitle("provider-calendar-awaited"), group: "provider" },
  ...NOTICE_TEMPLATES.map((template) => ({ template, title: noticeTitle(template), group: "notice" as const })),
];

/** Every message there is and the clinics whose variants the viewer may see. Throws NOT_ALLOWED. */
export async function previewChoices(app: AppContext): Promise<PreviewChoices> {
  authorize(app.actor, "message.preview");
  const clinics = await app.db.organization.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
  return { templates: TEMPLATES, clinics };
}
