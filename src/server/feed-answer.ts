import { createHash } from "node:crypto";
import { findFeedActor } from "@/application/feeds/find-feed-actor";
import { readFeed } from "@/application/feeds/read-feed";
import { actingAs } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { getContainer } from "./container";
import { plainRefusal } from "./plain-refusal";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";

/** Kept by nobody without asking again, so that a revoked address shows nothing more. */
const PRIVATE = { "cache-control": "private, no-cache", "referrer-policy": "no-referrer", "x-robots-tag": "noindex" };
const ADDRESS = /^([\w-]{43})\.ics$/;

/** A feed's appointments for a calendar program; reads only. Unknown, revoked and malformed addresses get one and the same answer. */
export async function feedAnswer(request: Request, file: string): Promise<Response> {
  const { app } = await routeContext(request);
  try {
    await countRequest(getContainer(), app.actor, "read");
    const token = ADDRESS.exec(file)?.[1];
    const actor = token === undefined ? null : await findFeedActor(app, token);
    if (actor === null) throw new AppError("NOT_FOUND");
    await countRequest(getContainer(), actor, "read");
    const ics = await readFeed(actingAs(app, actor));
    const headers = { ...PRIVATE, etag: `"${createHash("sha256").update(ics).digest("base64url")}"` };
    if (isKnown(request.headers.get("if-none-match"), headers.etag)) return new Response(null, { status: 304, headers });
    return new Response(ics, { headers: { ...headers, "content-type": "text/calendar; charset=utf-8", "content-disposition": 'inline; filename="appointments.ics"' } });
  } catch (error) {
    return plainRefusal(app, error, "feed failed", PRIVATE);
  }
}

/** RFC 9110, 13.1.2: weak comparison against each tag named, or any. */
const isKnown = (ifNoneMatch: string | null, etag: string): boolean => ifNoneMatch !== null && ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
