import { findLogo } from "@/application/message-look/logo";
import { getContainer } from "./container";
import { describeError } from "./describe-error";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";
import { ERRORS } from "@/application/shared/errors";

const KEY = /^[\w-]{43}$/;

/** The picture of a clinic's messages. It was checked when it came in, and is sent as nothing but a picture. */
export async function logoAnswer(request: Request, publicKey: string): Promise<Response> {
  const { app } = await routeContext(request);
  try {
    await countRequest(getContainer(), app.actor, "read");
    const logo = KEY.test(publicKey) ? await findLogo(app, publicKey) : null;
    if (logo === null) return new Response("There is no picture here.", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
    return new Response(Buffer.from(logo.bytes), {
      headers: { "content-type": logo.mediaType, "content-disposition": "inline", "x-content-type-options": "nosniff", "cache-control": "public, max-age=31536000, immutable", "cross-origin-resource-policy": "cross-origin" },
    });
  } catch (error) {
    const { code, message } = describeError(error, app.requestId);
    if (ERRORS[code].log === "error") app.log.error({ err: error }, "logo failed");
    return new Response(message, { status: ERRORS[code].http, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
}
