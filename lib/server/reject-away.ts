import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseLanguage } from "../language/choose-language";
import { languageCookie } from "../language/language";
import { rejectionHeaders } from "./reject-request";
import { awayWords } from "./words";

const retryAfterSeconds = 2;

/** Responds 503 in place of a page, in the reader's language; a browser comes back by itself. */
export function rejectAway({ method, headers }: IncomingMessage, response: ServerResponse): void {
  const cookie = new RegExp(`(?:^|;\\s*)${languageCookie}=(\\w+)`).exec(headers.cookie ?? "")?.[1];
  const language = chooseLanguage({ cookie, accepted: headers["accept-language"] ?? null });
  const { title, lead } = awayWords[language];
  // A form is for its sender to send again.
  const reload =
    method === "GET" ? `<meta http-equiv="refresh" content="${retryAfterSeconds}">` : "";
  response.writeHead(503, {
    ...rejectionHeaders(),
    "content-type": "text/html; charset=utf-8",
    "retry-after": String(retryAfterSeconds),
  });
  response.end(
    `<!doctype html>\n<html lang="${language}"><meta charset="utf-8">${reload}<title>${title}</title>\n<h1>${title}</h1>\n<p>${lead}</p>\n</html>\n`,
  );
}
