import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/server/auth/auth-options";
import { getContainer } from "@/server/container";

const handle = async (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> => {
  const { nextauth } = await context.params;
  return NextAuth(request, context, authOptions(getContainer(), nextauth[0]));
};

export { handle as GET, handle as POST };
