import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { Notice } from "@/components/ui/notice";
import type { Words } from "@/lib/language/language";

/** Why a new account has no credits, and what works without. */
export async function WelcomeWithheld() {
  const words = await wordsOf(withheldWords);
  return (
    <div className="mb-6 max-w-[52rem]">
      <Notice tone="info" title={words.title}>
        <p>
          {words.why} {words.meanwhile}{" "}
          <Link href="/credits#top-up" className="link">
            {words.topUp}
          </Link>
        </p>
      </Notice>
    </div>
  );
}

const en = {
  title: "This account starts with 0 credits.",
  why: "Welcome credits are granted once per email address, and this one, or another spelling of it, already had an account.",
  meanwhile: "Test tokens work without credits. Live messages need some.",
  topUp: "Get credits",
};

const withheldWords: Words<typeof en> = {
  en,
  pl: {
    title: "To konto zaczyna bez kredytów.",
    why: "Kredyty na start przyznajemy raz na adres e-mail, a ten adres, być może w innej pisowni, miał już konto.",
    meanwhile:
      "Tokeny testowe działają bez kredytów. Do wysyłania prawdziwych wiadomości są potrzebne.",
    topUp: "Zdobądź kredyty",
  },
};
