import { cardAnswer } from "@/server/card-answer";

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return cardAnswer(request, (await params).file);
}
