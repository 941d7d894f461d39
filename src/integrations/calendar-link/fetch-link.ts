import type { IncomingMessage } from "node:http";
import { IntegrationError } from "@/application/shared/errors";
import type { LinkVersion } from "@/application/shared/ports";
import { DEFAULT_MAXIMUM_BYTES, DEFAULT_TIMEOUT_MS, type LinkConfig } from "./link-config";
import { linkError } from "./link-failure";
import { readLimited } from "./read-limited";
import { requestOnce } from "./request-once";
import { checkedLookup, isTrusted, safeAddress } from "./safe-address";

const MAXIMUM_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What servers call .ics files. Most say text/calendar; file hosts say the others. */
const TYPES = /^(text\/(calendar|x-vcalendar|plain)|application\/(octet-stream|ics|calendar|x-ics)|binary\/octet-stream)$/;

export type Fetched = { readonly text: string; readonly version: LinkVersion } | "unchanged";

/** Reads a public address within the limits of `config`; every redirect is checked like the first address. */
export async function fetchLink(config: LinkConfig, address: string, known: LinkVersion | null): Promise<Fetched> {
  const signal = AbortSignal.timeout(config.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    let url = safeAddress(address, config.trustedOrigins);
    for (let redirects = 0; ; redirects += 1) {
      const response = await requestOnce({ url, headers: headersOf(config, known), signal, ...(!isTrusted(url, config.trustedOrigins) && { lookup: checkedLookup() }) });
      const target = REDIRECTS.has(response.statusCode ?? 0) ? response.headers.location : undefined;
      if (target === undefined) return await answerOf(response, config.maximumBytes ?? DEFAULT_MAXIMUM_BYTES);
      response.destroy();
      if (redirects === MAXIMUM_REDIRECTS) throw linkError("too-many-redirects");
      url = safeAddress(URL.canParse(target, url) ? new URL(target, url).href : "", config.trustedOrigins);
    }
  } catch (error) {
    if (error instanceof IntegrationError) throw error;
    throw linkError(signal.aborted ? "too-slow" : "unreachable", { cause: error });
  }
}

function headersOf({ userAgent }: LinkConfig, known: LinkVersion | null): Record<string, string> {
  return {
    accept: "text/calendar, text/plain;q=0.5, */*;q=0.1",
    "accept-encoding": "gzip, deflate, br",
    "user-agent": userAgent,
    ...(known?.etag != null && { "if-none-match": known.etag }),
    ...(known?.lastModified != null && { "if-modified-since": known.lastModified }),
  };
}

async function answerOf(response: IncomingMessage, maximumBytes: number): Promise<Fetched> {
  try {
    const status = response.statusCode ?? 0;
    if (status === 304) return "unchanged";
    if (status !== 200) throw refusalOf(status, response.headers["retry-after"]);
    const type = (response.headers["content-type"] ?? "text/calendar").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!TYPES.test(type)) throw linkError("not-a-calendar");
    const text = await readLimited(response, maximumBytes);
    if (!/^\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 200))) throw linkError("not-a-calendar");
    return { text, version: { etag: response.headers.etag ?? null, lastModified: response.headers["last-modified"] ?? null } };
  } finally {
    response.destroy();
  }
}

function refusalOf(status: number, retryAfter: string | undefined) {
  if (status === 404 || status === 410) return linkError("not-there");
  if (status === 429) return linkError("busy", /^\d+$/.test(retryAfter ?? "") ? { retryAfterSeconds: Number(retryAfter) } : {});
  if (status >= 500) return linkError("server-error");
  return linkError("refused");
}
