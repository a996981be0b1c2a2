"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLanguage, useWords } from "@/components/language/use-words";
import { useMay } from "@/components/permitted";
import { settingsPlaces } from "@/components/shell/settings-places";
import { shellWords } from "@/components/shell/words";

/** The parts of the settings, where the side column that lists them has no room. */
export function SettingsTabs() {
  const { places } = useWords(shellWords);
  const language = useLanguage();
  const pathname = usePathname();
  return (
    <nav
      aria-label={places.settings}
      className="-mt-2 mb-4 flex flex-wrap gap-x-5 border-line border-b sm:hidden"
    >
      {settingsPlaces(useMay()).map(({ href, names }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : pathname.startsWith(href)}
          className={clsx(
            "-mb-px flex min-h-11 items-center border-b-2 text-md",
            pathname.startsWith(href) ? "border-ink font-semibold" : "border-transparent text-mute",
          )}
        >
          {names[language]}
        </Link>
      ))}
    </nav>
  );
}
