import { readContactCard } from "@/application/contact-cards/read-contact-card";
import { AppError } from "@/application/shared/errors";
import { getContainer } from "./container";
import { plainRefusal } from "./plain-refusal";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";

const PRIVATE = { "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex", "x-content-type-options": "nosniff" };
const ADDRESS = /^([\w-]{43})\.vcf$/;

/** A contact card for the carrier that fetches it. Unknown, used up, expired and malformed addresses get one and the same answer. */
export async function cardAnswer(request: Request, file: string): Promise<Response> {
  const { app } = await routeContext(request);
  try {
    await countRequest(getContainer(), app.actor, "read");
    const token = ADDRESS.exec(file)?.[1];
    if (token === undefined) throw new AppError("NOT_FOUND");
    return new Response(await readContactCard(app, token), { headers: { ...PRIVATE, "content-type": "text/vcard; charset=utf-8", "content-disposition": 'attachment; filename="contact.vcf"' } });
  } catch (error) {
    return plainRefusal(app, error, "contact card failed", PRIVATE);
  }
}
