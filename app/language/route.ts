import { NextResponse } from "next/server";
import { isLanguage, languageCookie } from "@/lib/language/language";

const yearSeconds = 31_536_000;

/** Keeps the reader's choice of a language and leads back to where it was made. */
export async function POST(request: Request): Promise<NextResponse> {
  const language = (await request.formData()).get("language");
  const response = new NextResponse(null, {
    status: 303,
    headers: { location: placeOf(request.headers.get("referer")) },
  });
  if (isLanguage(language)) {
    response.cookies.set(languageCookie, language, {
      maxAge: yearSeconds,
      sameSite: "lax",
      path: "/",
    });
  }
  return response;
}

/** Path and query only: whatever host the header names, the way leads back here. */
function placeOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : `${pathname}${search}`;
}
