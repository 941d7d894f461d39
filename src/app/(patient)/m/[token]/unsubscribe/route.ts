import { unsubscribeAnswer } from "@/server/unsubscribe-answer";

/** Only shows the choice: mail programs and scanners open links. What says to which address the mail went goes along. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const mail = new URL(request.url).searchParams.get("mail");
  const page = `/m/${encodeURIComponent((await params).token)}${mail === null ? "" : `?mail=${encodeURIComponent(mail)}`}`;
  return new Response(null, { status: 303, headers: { location: `${page}#messages`, "cache-control": "no-store", "referrer-policy": "no-referrer" } });
}

export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return unsubscribeAnswer(request, (await params).token);
}
