import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/server/auth/auth-options";
import { getContainer } from "@/server/container";

const handle = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> => NextAuth(request, context, authOptions(getContainer()));

export { handle as GET, handle as POST };
