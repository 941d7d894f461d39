import { inviteAnswer } from "@/server/invite-answer";

export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return inviteAnswer(request, (await params).token);
}
