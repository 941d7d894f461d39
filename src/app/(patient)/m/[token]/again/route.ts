import { againAnswer } from "@/server/again-answer";

export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return againAnswer(request, (await params).token);
}
