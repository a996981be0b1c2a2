import Link from "next/link";
import { RulerMark } from "@/components/shell/ruler-mark";
import packageJson from "@/package.json";
import type { LandingWords } from "../words";

/** The end of the front page: what machines and people read on, and which version this is. */
export function Footer({ words }: { words: LandingWords }) {
  const links = [
    ["/docs", words.docs],
    ["/docs/reference", words.reference],
    ["/pricing", words.pricing],
    ["/status", words.status],
  ] as const;
  const files = [
    ["/api/openapi.json", "OpenAPI"],
    ["/llms.txt", "llms.txt"],
  ] as const;
  return (
    <footer className="border-line border-t">
      <div className="mx-auto flex max-w-[76rem] flex-wrap items-center gap-x-6 gap-y-2 px-4 py-6 text-mute sm:px-6">
        <span className="inline-flex items-center gap-2">
          <RulerMark />
          {words.footer(packageJson.version)}
        </span>
        <span>{words.licence}</span>
        {links.map(([href, name]) => (
          <Link key={href} href={href} prefetch={false} className="link max-sm:py-3">
            {name}
          </Link>
        ))}
        {files.map(([href, name]) => (
          <a key={href} href={href} className="link max-sm:py-3">
            {name}
          </a>
        ))}
      </div>
    </footer>
  );
}
