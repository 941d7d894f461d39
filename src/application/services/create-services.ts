import { uuidv7 } from "uuidv7";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import { toSlug } from "@/domain/services/catalogue";
import { freeSlug } from "./free-slug";
import { serviceColumns } from "./service-columns";
import type { CreateServicesInput } from "./service-schemas";

/** Adds services at the end of the list, each under an address of its own. */
export async function createServices(app: AppContext, input: CreateServicesInput): Promise<{ ids: string[] }> {
  const provider = await getStaffedProvider(app, "service.edit", input.providerId);
  return inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const known = await tx.service.findMany({ where: { providerId: provider.id }, select: { slug: true, position: true } });
    const taken = new Set(known.map(({ slug }) => slug));
    let position = Math.max(0, ...known.map((service) => service.position + 1));
    const ids: string[] = [];
    for (const fields of input.services) {
      const id = uuidv7();
      const slug = freeSlug(toSlug(fields.name, "visit"), taken);
      taken.add(slug);
      await tx.service.create({ data: { id, providerId: provider.id, slug, position, ...serviceColumns(fields) } });
      const { name, durationMinutes, priceAmount, currency } = fields;
      await audit(tx, app.actor, { action: "service.create", subjectKind: "service", subjectId: id, providerId: provider.id, after: { name, durationMinutes, priceAmount, currency } });
      ids.push(id);
      position += 1;
    }
    return { ids };
  });
}
