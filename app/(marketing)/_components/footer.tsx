import Link from "next/link";
import type { LandingWords } from "./hero";

/** The end of the front page. */
export function Footer({ words }: { words: LandingWords }) {
  return (
    <footer className="border-line border-t">
      <div className="mx-auto flex max-w-[76rem] flex-wrap gap-x-6 gap-y-2 px-4 py-6 text-mute sm:px-6">
        <span>{words.footer}</span>
        <span>{words.licence}</span>
        <Link href="/docs" prefetch={false} className="link max-sm:py-3">
          {words.docs}
        </Link>
        <Link href="/pricing" prefetch={false} className="link max-sm:py-3">
          {words.pricing}
        </Link>
        <Link href="/docs/reference" prefetch={false} className="link max-sm:py-3">
          {words.reference}
        </Link>
      </div>
    </footer>
  );
}
