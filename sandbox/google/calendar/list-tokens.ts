import { createHash } from "node:crypto";
import { z } from "zod";
import { GoogleError, invalidValue } from "../google-error";
import type { ListQuery } from "./list-query";
import type { StoredCalendar } from "./stored-calendar";

export type SortKey = [position: number, tieBreaker: string];

const SyncToken = z.object({
  calendar: z.string(), change: z.int(), epoch: z.int(), singleEvents: z.boolean(),
  timeMin: z.number().optional(), timeMax: z.number().optional(), eventTypes: z.array(z.string()),
});
const PageToken = z.object({
  identity: z.string(), change: z.int(), epoch: z.int(), after: z.tuple([z.number(), z.string()]),
});

export type SyncToken = z.infer<typeof SyncToken>;

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function decode<T>(schema: z.ZodType<T>, token: string): T | undefined {
  const text = Buffer.from(token, "base64url").toString("utf8");
  if (!text.startsWith("{") || !text.endsWith("}")) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // a made-up token
    throw error;
  }
}

export const fullSyncRequired = () =>
  new GoogleError(410, "fullSyncRequired", "Sync token is no longer valid, a full sync is required.", { locationType: "parameter", location: "syncToken" }, "calendar");

const digest = (identity: string) => createHash("sha256").update(identity).digest("base64url").slice(0, 16);

/** 410 for a stale or unknown token; 400 when `singleEvents` differs from the first listing. */
export function readSyncToken(calendar: StoredCalendar, query: ListQuery): SyncToken | undefined {
  if (query.syncToken === undefined) return undefined;
  const token = decode(SyncToken, query.syncToken);
  if (!token || token.calendar !== calendar.id || token.epoch !== calendar.syncEpoch || token.change > calendar.changes) throw fullSyncRequired();
  if (token.singleEvents !== query.singleEvents) throw invalidValue("singleEvents must be the same as for the request that gave the sync token.", "singleEvents");
  return token;
}

export const writeSyncToken = (calendar: StoredCalendar, change: number, of: Omit<SyncToken, "calendar" | "change" | "epoch">) =>
  encode({ calendar: calendar.id, change, epoch: calendar.syncEpoch, ...of } satisfies SyncToken);

/** Where the next page starts and which change the first page saw; 410 when sync tokens were invalidated between the pages of a delta. */
export function readPageToken(calendar: StoredCalendar, query: ListQuery) {
  if (query.pageToken === undefined) return undefined;
  const token = decode(PageToken, query.pageToken);
  if (!token || token.identity !== digest(query.identity)) throw invalidValue("Invalid page token value.", "pageToken");
  if (token.epoch !== calendar.syncEpoch && query.syncToken !== undefined) throw fullSyncRequired();
  return token;
}

export const writePageToken = (calendar: StoredCalendar, query: ListQuery, change: number, after: SortKey) =>
  encode({ identity: digest(query.identity), change, epoch: calendar.syncEpoch, after });
