import Link from "next/link";
import { RulerMark } from "./ruler-mark";

/** The name with its mark, leading to the place people start from. */
export function Wordmark({ href }: { href: "/" | "/overview" | "/admin" }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex items-center gap-2 font-semibold text-md tracking-[-0.01em] max-sm:min-h-11"
    >
      <RulerMark />
      Depesza
    </Link>
  );
}
