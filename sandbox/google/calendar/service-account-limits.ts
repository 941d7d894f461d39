import { z } from "zod";
import type { Sandbox } from "../../sandbox-context";
import { GoogleError, invalidValue } from "../google-error";
import type { WriteOptions } from "./write-event";

/** Whether tokens of this account are a service account's own, in nobody's name. */
export const isServiceAccount = (sandbox: Sandbox, account: string): boolean => sandbox.options.serviceAccounts.some(({ email }) => email === account);

const Wanted = z.looseObject({ attendees: z.array(z.unknown()).optional(), conferenceData: z.looseObject({ createRequest: z.unknown().optional() }).nullish() });

/** What Google lets people do and a service account in nobody's name not: invite attendees, and have a Meet link made. */
export function assertPersonMay(sandbox: Sandbox, account: string, body: unknown, { conferenceDataVersion }: WriteOptions): void {
  if (!isServiceAccount(sandbox, account)) return;
  const wanted = Wanted.safeParse(body).data;
  if (wanted?.attendees?.length) throw new GoogleError(403, "forbiddenForServiceAccounts", "Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.", {}, "calendar");
  if (conferenceDataVersion === 1 && wanted?.conferenceData?.createRequest !== undefined) throw invalidValue("Invalid conference type value.");
}
