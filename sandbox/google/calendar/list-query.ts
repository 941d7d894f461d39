import { z } from "zod";
import { GoogleError, invalidValue } from "../google-error";
import { readInstant } from "./event-time";
import { isTimeZone } from "./zoned-time";

const boolean = z.enum(["true", "false"]).transform((value) => value === "true");
const extendedProperty = z.string().regex(/^[^=]+=.*$/);

const ListParameters = z.object({
  singleEvents: boolean.optional(),
  showDeleted: boolean.optional(),
  orderBy: z.enum(["startTime", "updated"]).optional(),
  maxResults: z.coerce.number().int().min(1).optional(),
  timeZone: z.string().refine(isTimeZone).optional(),
  timeMin: z.string().optional(),
  timeMax: z.string().optional(),
  updatedMin: z.string().optional(),
  q: z.string().optional(),
  iCalUID: z.string().optional(),
  syncToken: z.string().optional(),
  pageToken: z.string().optional(),
  privateExtendedProperty: z.array(extendedProperty),
  sharedExtendedProperty: z.array(extendedProperty),
  eventTypes: z.array(z.enum(["default", "outOfOffice", "focusTime", "workingLocation", "birthday", "fromGmail"])),
});

const repeated = ["privateExtendedProperty", "sharedExtendedProperty", "eventTypes"];
const defaultPage = 250;

/** Parameters Google refuses beside a sync token. */
const excludedBySyncToken = ["iCalUID", "orderBy", "privateExtendedProperty", "q", "sharedExtendedProperty", "timeMin", "timeMax", "updatedMin"];

export type ListQuery = ReturnType<typeof readListQuery>;

/** Reads `events.list` and `events.instances` parameters, refusing Google's forbidden combinations. */
export function readListQuery(search: URLSearchParams, mostPerPage: number) {
  const raw = Object.fromEntries([...new Set(search.keys())].filter((name) => !repeated.includes(name)).map((name) => [name, search.get(name)]));
  const lists = Object.fromEntries(repeated.map((name) => [name, search.getAll(name)]));
  const parsed = ListParameters.safeParse({ ...raw, ...lists });
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw invalidValue(`Invalid value '${search.get(name) ?? ""}' for parameter ${name}.`, name);
  }
  const query = parsed.data;
  const forbidden = query.syncToken === undefined ? undefined : excludedBySyncToken.find((name) => search.has(name));
  if (forbidden) {
    throw new GoogleError(400, "badRequest", `Sync token cannot be used with ${forbidden}.`, { locationType: "parameter", location: "syncToken" });
  }
  if (query.syncToken !== undefined && query.showDeleted === false) {
    throw new GoogleError(400, "badRequest", "Sync token cannot be used with showDeleted=false.", { locationType: "parameter", location: "showDeleted" });
  }
  if (query.orderBy === "startTime" && !query.singleEvents) {
    throw new GoogleError(400, "badRequest", "The requested ordering is not available for the particular query.", { locationType: "parameter", location: "orderBy" });
  }
  const timeMin = query.timeMin === undefined ? undefined : readInstant(query.timeMin, "timeMin");
  const timeMax = query.timeMax === undefined ? undefined : readInstant(query.timeMax, "timeMax");
  if (timeMin !== undefined && timeMax !== undefined && timeMin >= timeMax) {
    throw new GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", { locationType: "parameter", location: "timeMax" }, "calendar");
  }
  const identity = new URLSearchParams(search);
  for (const name of ["pageToken", "maxResults", "fields", "alt", "prettyPrint", "key", "quotaUser"]) identity.delete(name);
  identity.sort();
  return {
    ...query,
    singleEvents: query.singleEvents ?? false,
    timeMin, timeMax,
    updatedMin: query.updatedMin === undefined ? undefined : readInstant(query.updatedMin, "updatedMin"),
    pageSize: Math.min(query.maxResults ?? defaultPage, mostPerPage),
    /** The same on every page of one listing. */
    identity: identity.toString(),
  };
}
