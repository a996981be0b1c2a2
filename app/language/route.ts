import { NextResponse } from "next/server";
import { isLanguage } from "@/lib/language/language";
import { keepLanguage } from "@/lib/preferences/keep-language";
import { actorOf, currentSession, rememberLanguage } from "@/lib/sign-in/session";

/** Keeps the reader's choice of a language, in the browser and for who is signed in, and leads back to where it was made. */
export async function POST(request: Request): Promise<NextResponse> {
  const form = await request.formData().catch(() => null);
  if (!form) return new NextResponse("This form could not be read.\n", { status: 400 });
  const language = form.get("language");
  if (isLanguage(language)) {
    await rememberLanguage(language);
    const session = await currentSession();
    if (session) await keepLanguage({ actor: await actorOf(session), input: { language } });
  }
  return new NextResponse(null, {
    status: 303,
    headers: { location: placeOf(request.headers.get("referer")) },
  });
}

/** Path and query only: whatever host the header names, the way leads back here. */
function placeOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return /^\/[/\\]/.test(pathname) || !pathname.startsWith("/") ? "/" : `${pathname}${search}`;
}
