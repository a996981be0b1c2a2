"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

const tabs = [
  { href: "/settings/api", label: "API" },
  { href: "/settings/webhooks", label: "Webhooks" },
  { href: "/settings/account", label: "Account" },
] as const;

/** The parts of the settings, where the side column that lists them has no room. */
export function SettingsTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="-mt-2 mb-4 flex gap-5 border-line border-b sm:hidden">
      {tabs.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={clsx(
            "-mb-px flex min-h-11 items-center border-b-2 text-md",
            pathname.startsWith(href) ? "border-ink font-semibold" : "border-transparent text-mute",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
