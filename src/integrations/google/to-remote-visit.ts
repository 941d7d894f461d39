import { z } from "zod";
import type { RemoteVisit } from "@/application/shared/ports";
import { MARK } from "./to-google-event";

const Time = z.object({ dateTime: z.string().optional() }).optional();

const Visit = z.object({
  id: z.string().min(1),
  status: z.string().default("confirmed"),
  summary: z.string().default(""),
  start: Time,
  end: Time,
  attendees: z.array(z.object({ email: z.string().optional(), displayName: z.string().optional(), self: z.boolean().optional(), resource: z.boolean().optional(), responseStatus: z.string().optional() })).default([]),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
});

export const VisitsPage = z.object({ kind: z.literal("calendar#events"), items: z.array(Visit).default([]), nextPageToken: z.string().optional() });

export const VISIT_FIELDS = "kind,nextPageToken,items(id,status,summary,start,end,attendees(email,displayName,self,resource,responseStatus),extendedProperties/private)";

/** Rooms and people who declined are nobody's patient. */
export function toRemoteVisit(visit: z.infer<typeof Visit>): RemoteVisit {
  const at = (time: z.infer<typeof Time>) => (time?.dateTime === undefined ? null : Date.parse(time.dateTime));
  const people = visit.attendees.filter(({ self, resource, responseStatus }) => !self && !resource && responseStatus !== "declined");
  return {
    eventId: visit.id,
    title: visit.summary,
    startsAt: at(visit.start),
    endsAt: at(visit.end),
    isOurs: visit.extendedProperties?.private?.[MARK.series] !== undefined,
    invited: people.flatMap(({ email, displayName }) => (email === undefined ? [] : [{ email, name: displayName ?? null }])),
  };
}
