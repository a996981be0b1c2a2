import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { problemResponse } from "@/lib/api/problem-response";
import { readAuthRequest } from "@/lib/api/read-auth-request";
import { newId, publicId } from "@/lib/core/ids";
import { authOptions, trustPublicAddress } from "@/lib/sign-in/auth";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** Those of next-auth's endpoints that clients sign in and out with; all others do not exist. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    const fields = await readAuthRequest(request, nextauth.join("/"));
    trustPublicAddress();
    const checked = fields ? withJson(request, fields) : request;
    const failures: unknown[] = [];
    const options = authOptions((error) => failures.push(error));
    const response = await NextAuth(options)(checked, context);
    if (failures.length > 0) throw failures[0];
    return leadToSignIn(response);
  } catch (error) {
    const { pathname } = request.nextUrl;
    return problemResponse(error, { requestId: publicId("req", newId()), instance: pathname });
  }
}

/** The request again, whose body has been read. */
function withJson({ url, method, headers }: NextRequest, fields: Record<string, string>) {
  const received = new Headers(headers);
  received.set("content-type", "application/json");
  received.delete("content-length");
  return new NextRequest(url, { method, headers: received, body: JSON.stringify(fields) });
}

/** next-auth redirects a refusal to pages of its own, which are not served. */
function leadToSignIn(response: Response): Response {
  const location = response.headers.get("location") ?? "";
  if (location.includes("/api/auth/")) response.headers.set("location", "/sign-in");
  return response;
}

export { answer as GET, answer as POST };
