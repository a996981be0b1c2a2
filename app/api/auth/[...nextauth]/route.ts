import NextAuth from "next-auth";
import { authOptions, trustPublicAddress } from "@/lib/accounts/auth";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own endpoints: session, csrf, sign-in and sign-out for clients that speak to it. */
async function answer(request: Request, context: Context): Promise<Response> {
  trustPublicAddress();
  return NextAuth(authOptions())(request, context);
}

export { answer as GET, answer as POST };
