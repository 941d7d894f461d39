import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { civilDateOf } from "@/domain/time/civil-date";
import { fromDateColumn, toDateColumn } from "./civil-date-column";
import type { ScheduleScope, ScheduleView } from "./schedule-schemas";
import { scheduleVersion } from "./schedule-version";

/** The weekly hours, coming exceptions and holidays of one provider, with the version an edit must name. */
export async function getSchedule(app: AppContext, input: ScheduleScope): Promise<ScheduleView> {
  const provider = await getStaffedProvider(app, "schedule.view", input.providerId);
  const today = civilDateOf(app.clock.now(), provider.timeZone);
  const [rules, exceptions, holidays, services] = await Promise.all([
    app.db.availabilityRule.findMany({ where: { providerId: provider.id }, orderBy: [{ weekday: "asc" }, { startMinute: "asc" }] }),
    app.db.availabilityException.findMany({ where: { providerId: provider.id, toDate: { gte: toDateColumn(today) } }, orderBy: [{ fromDate: "asc" }, { id: "asc" }], take: 200 }),
    provider.organizationId === null ? [] : app.db.holiday.findMany({ where: { organizationId: provider.organizationId, onDate: { gte: toDateColumn(today) } }, orderBy: { onDate: "asc" }, take: 100 }),
    app.db.service.findMany({ where: { providerId: provider.id, isActive: true }, orderBy: [{ position: "asc" }, { name: "asc" }], select: { slug: true, name: true, durationMinutes: true } }),
  ]);
  const ranges = (kind: "OPEN" | "BREAK") => rules.filter((rule) => rule.kind === kind).map(({ weekday, startMinute, endMinute }) => ({ weekday, startMinute, endMinute }));
  return {
    providerId: provider.id,
    timeZone: provider.timeZone,
    today,
    version: scheduleVersion(rules),
    canEdit: can(app.actor, "schedule.edit", { providerId: provider.id, organizationId: provider.organizationId }),
    open: ranges("OPEN"),
    breaks: ranges("BREAK"),
    exceptions: exceptions.map(({ id, kind, fromDate, toDate, startMinute, endMinute, label }) => ({ id, kind, fromDate: fromDateColumn(fromDate), toDate: fromDateColumn(toDate), startMinute, endMinute, label })),
    holidays: holidays.map(({ id, onDate, name }) => ({ id, onDate: fromDateColumn(onDate), name })),
    organization: provider.organization?.name ?? null,
    services,
  };
}
