import { answerTrpc } from "@/server/trpc/answer-trpc";

export { answerTrpc as GET, answerTrpc as POST };
