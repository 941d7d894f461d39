import { receiveCalendarPush } from "@/application/calendar/receive-calendar-push";
import { routeContext } from "@/server/route-context";

const STATUS = { accepted: 200, ignored: 200, refused: 401 } as const;

/** Google's push: headers only, whatever the body says. */
export async function POST(request: Request): Promise<Response> {
  const { app } = await routeContext(request);
  const header = (name: string) => request.headers.get(`x-goog-${name}`) ?? "";
  const verdict = await receiveCalendarPush(app, { channelId: header("channel-id"), token: header("channel-token"), resourceState: header("resource-state") });
  return new Response(null, { status: STATUS[verdict] });
}
