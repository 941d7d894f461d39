import { feedAnswer } from "@/server/feed-answer";

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return feedAnswer(request, (await params).file);
}
