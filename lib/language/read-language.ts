import { chooseLanguage } from "./choose-language";
import { type Language, languageCookie } from "./language";

interface Jar {
  get(name: string): { value: string } | undefined;
}

interface Received {
  get(name: string): string | null;
}

/** The language of the answer to a request, by its cookies and headers. */
export function readLanguage(jar: Jar, received: Received): Language {
  return chooseLanguage({
    cookie: jar.get(languageCookie)?.value,
    accepted: received.get("accept-language"),
  });
}
