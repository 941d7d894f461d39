import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readLanguage } from "@/domain/messages/language";
import { formatPhone } from "@/application/shared/phone-view";
import { getStaffedProvider } from "./get-staffed-provider";
import type { OwnProviderView, SetupView } from "./own-provider-schemas";

/** One provider's profile and notification choices, as their clinic edits them. */
export async function getOwnProvider(app: AppContext, input: { providerId?: string | undefined }): Promise<OwnProviderView> {
  const { id, organizationId } = await getStaffedProvider(app, "schedule.view", input.providerId);
  const row = await app.db.provider.findUniqueOrThrow({ where: { id }, include: { organization: { select: { name: true } } } });
  const { name, title, bio, specialities, languages, timeZone, portraitSeed, email, phone, notifyByEmail, notifyBySms, notifyByCard, agendaByEmail, agendaOnFreeDays, weekPromptByEmail } = row;
  return {
    id,
    slug: row.slug,
    status: row.status,
    organization: row.organization?.name ?? null,
    publicUrl: `${app.config.publicOrigin}/p/${row.slug}`,
    canEdit: can(app.actor, "provider.edit", { providerId: id, organizationId }),
    profile: { name, title, bio, specialities, languages, timeZone, portraitSeed },
    contact: { email, phone: phone === null ? "" : formatPhone(phone), notifyByEmail, notifyBySms, notifyByCard, agendaByEmail, agendaOnFreeDays, weekPromptByEmail, language: readLanguage(row.language) },
  };
}

/** How far the signed-in user has come with setting up their own page. */
export async function getSetup(app: AppContext): Promise<SetupView> {
  const { actor } = app;
  if (actor.kind !== "user") throw new AppError(actor.kind === "guest" ? "NOT_AUTHENTICATED" : "NOT_ALLOWED");
  const isOn = app.ports.calendarAuth !== null;
  if (actor.providerId === null) return { provider: null, hasServices: false, hasHours: false, calendar: isOn ? "none" : "off", calendarEmail: null, suggestedName: actor.name ?? "" };
  const providerId = actor.providerId;
  const [provider, services, rules, connection] = await Promise.all([
    getOwnProvider(app, { providerId }),
    app.db.service.count({ where: { providerId } }),
    app.db.availabilityRule.count({ where: { providerId, kind: "OPEN" } }),
    app.db.calendarConnection.findFirst({ where: { providerId, access: { not: "LINK" }, status: { not: "DISCONNECTED" } }, orderBy: { connectedAt: "desc" }, select: { status: true, accountEmail: true } }),
  ]);
  const connected = connection?.status === "ACTIVE" ? "connected" : "reconnect";
  return {
    provider,
    hasServices: services > 0,
    hasHours: rules > 0,
    calendar: connection === null ? (isOn ? "none" : "off") : connected,
    calendarEmail: connection?.accountEmail ?? null,
    suggestedName: actor.name ?? "",
  };
}
