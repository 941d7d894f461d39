import { signInAnswer } from "@/server/sign-in-answer";

export const POST = (request: Request): Promise<Response> => signInAnswer(request);
