import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import { canText } from "@/application/shared/can-text";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import { isTimeZone } from "@/domain/time/time-zone";
import { getStaffedProvider } from "./get-staffed-provider";
import type { UpdateProviderProfileInput } from "./own-provider-schemas";

/**
 * Changes what patients see of a provider and how the provider hears of bookings. A new zone moves the weekly hours with
 * it (they are wall-clock times) and never a booking. Throws VALIDATION_FAILED.
 */
export async function updateProviderProfile(app: AppContext, input: UpdateProviderProfileInput): Promise<void> {
  const provider = await getStaffedProvider(app, "provider.edit", input.providerId);
  if (!isTimeZone(input.profile.timeZone)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "profile.timeZone", message: "is not a time zone we know" }] });
  const phone = input.contact.phone === "" ? null : toE164(input.contact.phone, provider.location?.country);
  if (phone !== null && input.contact.notifyBySms && !canText(phone, app.config.smsCountries)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "contact.phone", message: "is of a country or kind to which we send no SMS; choose e-mail or another number" }] });
  const data = { ...input.profile, ...input.contact, phone };
  await inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const before = await tx.provider.findUniqueOrThrow({ where: { id: provider.id } });
    await tx.provider.update({ where: { id: provider.id }, data });
    const changed = (Object.keys(data) as (keyof typeof data)[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(data[field]));
    // Names of fields only: names, addresses and numbers stay out of the audit trail.
    await audit(tx, app.actor, { action: "provider.update", subjectKind: "provider", subjectId: provider.id, providerId: provider.id, after: { changed } });
  });
}

function toE164(phone: string, country: string | undefined): string {
  const number = parsePhoneNumberFromString(phone, country !== undefined && isSupportedCountry(country) ? country : undefined);
  if (number?.isValid() !== true) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "contact.phone", message: "is not a telephone number we can reach; try it with the country, such as +44 20 7946 0000" }] });
  return number.number;
}
