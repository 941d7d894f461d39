import { receiveCalendarPush } from "@/application/calendar/receive-calendar-push";
import type { AppContext } from "@/application/shared/context";

const STATUS = { accepted: 200, ignored: 200, refused: 401 } as const;

/** Google's push: all of it is in the headers, and the body is never read. */
export async function handleGoogleWebhook(app: AppContext, request: Request): Promise<Response> {
  const header = (name: string) => request.headers.get(`x-goog-${name}`) ?? "";
  const verdict = await receiveCalendarPush(app, { channelId: header("channel-id"), token: header("channel-token"), resourceState: header("resource-state") });
  return new Response(null, { status: STATUS[verdict] });
}
