import { uuidv7 } from "uuidv7";
import { calendarQueue } from "@/application/calendar/calendar-queue";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { StartImportInput } from "./import-schemas";

/**
 * Begins to make bookings of the coming visits in one of a provider's calendars, or only to say what it would make. It can be begun again at any time: what
 * was taken over stays as it is. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT while one is under way.
 */
export async function startImport(app: AppContext, { calendarId, rules, isPreview = false }: StartImportInput): Promise<{ importId: string }> {
  const importId = uuidv7();
  await inTransaction(app, async (tx) => {
    const calendar = await tx.calendar.findFirst({ where: { id: calendarId, goneAt: null }, select: { providerId: true, organizationId: true, connection: { select: { status: true, access: true } } } });
    if (calendar === null) throw new AppError("NOT_FOUND");
    const { providerId, organizationId, connection } = calendar;
    authorize(app.actor, "calendar.connect", { providerId, organizationId });
    if (app.ports.calendar === null) throw new AppError("INTEGRATION_OFF");
    if (providerId === null || connection.access === "LINK") throw new AppError("STATUS_CONFLICT", { message: "Only a provider’s own Google calendar can be taken over." });
    if (connection.status !== "ACTIVE") throw new AppError("CALENDAR_RECONNECT_NEEDED");
    // One at a time: whoever comes second waits here and then sees the first.
    await tx.$queryRaw`SELECT id FROM provider WHERE id = ${providerId}::uuid FOR UPDATE`;
    if ((await tx.calendarImport.count({ where: { providerId, state: "RUNNING" } })) > 0) throw new AppError("STATUS_CONFLICT", { message: "Visits are being taken over already. Wait until that is done." });
    const offered = await tx.service.findMany({ where: { providerId, isActive: true }, select: { slug: true, modes: true } });
    const fields = rules.flatMap(({ service, mode }, index) => {
      const modes = offered.find(({ slug }) => slug === service)?.modes;
      if (modes === undefined) return [{ field: `rules.${index}.service`, message: "must be one of your services" }];
      return modes.includes(mode) ? [] : [{ field: `rules.${index}.mode`, message: "must be a way in which this service is offered" }];
    });
    if (fields.length > 0) throw new AppError("VALIDATION_FAILED", { fields });
    // Who was named in an earlier preview is nobody's business any more.
    await tx.calendarImport.updateMany({ where: { providerId, entriesCiphertext: { not: null } }, data: { entriesCiphertext: null } });
    await tx.calendarImport.create({ data: { id: importId, providerId, calendarId, rules, isPreview, startedAt: new Date(app.clock.now()) } });
    await enqueue(tx, "calendar.import", { importId }, { key: `import:${importId}`, queue: calendarQueue(providerId) });
    await audit(tx, app.actor, { action: isPreview ? "calendar.import-preview" : "calendar.import", subjectKind: "calendar", subjectId: calendarId, providerId });
  });
  return { importId };
}
