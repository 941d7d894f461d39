import { equalsInConstantTime } from "@/platform/crypto";

/** True when the request carries the cron secret; never when none is configured. */
export const isCronRequest = (request: Request, secret: string | undefined): boolean =>
  secret !== undefined && equalsInConstantTime(request.headers.get("authorization") ?? "", `Bearer ${secret}`);
