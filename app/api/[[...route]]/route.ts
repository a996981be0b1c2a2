import { api } from "@/lib/api/app";
import { visitorOf } from "@/lib/sessions/visitor-of";

export const dynamic = "force-dynamic";

/** Any Next host serves the same API by this route. It knows the client only by what was forwarded. */
function answer(request: Request): Response | Promise<Response> {
  return api.fetch(request, { clientAddress: visitorOf(request.headers).address });
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
