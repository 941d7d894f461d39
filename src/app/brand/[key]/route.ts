import { logoAnswer } from "@/server/logo-answer";

export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  return logoAnswer(request, (await params).key);
}
