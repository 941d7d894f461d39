import { unsubscribeAnswer } from "@/server/unsubscribe-answer";

/** Only shows the choice: mail programs and scanners open links. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return new Response(null, { status: 303, headers: { location: `/m/${encodeURIComponent((await params).token)}#messages`, "cache-control": "no-store", "referrer-policy": "no-referrer" } });
}

export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return unsubscribeAnswer(request, (await params).token);
}
