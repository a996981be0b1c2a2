import { answerLink } from "@/lib/links/answer-link";
import { visitorOf } from "@/lib/sessions/visitor-of";

interface Context {
  params: Promise<{ code: string }>;
}

/** Leads from a short link in a message to where it was made for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerLink(request, (await params).code, visitorOf(request.headers).address);
}

/** The same for who asks only whether something is there. */
export const HEAD = GET;
