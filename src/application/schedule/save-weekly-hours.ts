import { uuidv7 } from "uuidv7";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import { findWeeklyProblems } from "@/domain/schedule/weekly-hours";
import type { SaveWeeklyHoursInput } from "./schedule-schemas";
import { scheduleVersion } from "./schedule-version";

/**
 * Replaces the weekly hours and breaks at once; existing bookings stay as they are. Throws VALIDATION_FAILED naming each
 * range, VERSION_CONFLICT when somebody saved since `version` was read.
 */
export async function saveWeeklyHours(app: AppContext, input: SaveWeeklyHoursInput): Promise<{ version: string }> {
  const provider = await getStaffedProvider(app, "schedule.edit", input.providerId);
  const problems = findWeeklyProblems(input);
  if (problems.length > 0) throw new AppError("VALIDATION_FAILED", { fields: problems });
  const rules = [
    ...input.open.map((range) => ({ id: uuidv7(), providerId: provider.id, kind: "OPEN" as const, ...range })),
    ...input.breaks.map((range) => ({ id: uuidv7(), providerId: provider.id, kind: "BREAK" as const, ...range })),
  ];
  return inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const current = await tx.availabilityRule.findMany({ where: { providerId: provider.id } });
    if (scheduleVersion(current) !== input.version) throw new AppError("VERSION_CONFLICT", { message: "Somebody else changed these hours meanwhile. Nothing was saved. Reload to see theirs." });
    await tx.availabilityRule.deleteMany({ where: { providerId: provider.id } });
    await tx.availabilityRule.createMany({ data: rules });
    const version = scheduleVersion(rules);
    await audit(tx, app.actor, { action: "schedule.save-hours", subjectKind: "schedule", subjectId: provider.id, providerId: provider.id, before: { version: input.version }, after: { version, open: input.open, breaks: input.breaks } });
    return { version };
  });
}
