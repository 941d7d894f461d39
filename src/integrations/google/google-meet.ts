import { meet } from "@googleapis/meet";
import { z } from "zod";
import type { MeetPort } from "@/application/shared/ports";
import { callGoogle } from "./call-google";
import { DEFAULT_TIMEOUT_MS, type GoogleConfig } from "./google-config";

const Space = z.object({ name: z.string().min(1), meetingUri: z.url() });

/** Google Meet v2. A space whose answer was lost stays unused at Google; nobody ever hears of it. */
export function googleMeet(config: Pick<GoogleConfig, "apiRootUrl" | "timeoutMs">): MeetPort {
  const api = meet({ version: "v2", timeout: config.timeoutMs ?? DEFAULT_TIMEOUT_MS, retry: false, ...(config.apiRootUrl !== undefined && { rootUrl: config.apiRootUrl }) });
  return {
    async createSpace(accessToken) {
      const space = await callGoogle("meet.create-space", true, Space, () => api.spaces.create({ requestBody: {} }, { headers: { authorization: `Bearer ${accessToken}` } }));
      return { spaceName: space.name, url: space.meetingUri };
    },
  };
}
