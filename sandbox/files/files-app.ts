import { Hono } from "hono";
import { gzipSync } from "node:zlib";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { etagOf, filesOf } from "./calendar-files";

/** A host of public calendar files: conditional requests as in RFC 9110, packed for those who take it. */
export function filesApp(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  app.get("/files/:name", (c) => {
    const file = filesOf(sandbox)[c.req.param("name")];
    if (file === undefined) return c.text("Not Found", 404);
    const headers = { etag: etagOf(file), "last-modified": new Date(file.changedAt).toUTCString(), "cache-control": "max-age=60", vary: "accept-encoding" };
    if (isKnown(c.req.header("if-none-match"), c.req.header("if-modified-since"), headers.etag, file.changedAt)) return c.body(null, 304, headers);
    const type = { ...headers, "content-type": "text/calendar; charset=utf-8" };
    if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(file.ics, 200, type);
    return c.body(new Uint8Array(gzipSync(file.ics)), 200, { ...type, "content-encoding": "gzip" });
  });
  return app;
}

/** If-None-Match decides alone where both are sent (RFC 9110, 13.2.2). */
function isKnown(ifNoneMatch: string | undefined, ifModifiedSince: string | undefined, etag: string, changedAt: number): boolean {
  if (ifNoneMatch !== undefined) return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*");
  return ifModifiedSince !== undefined && Math.floor(changedAt / 1000) * 1000 <= Date.parse(ifModifiedSince);
}
