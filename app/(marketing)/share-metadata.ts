import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Metadata } from "next";
import type { Language } from "@/lib/language/language";

interface Shared {
  path: "/" | "/pricing";
  title: string;
  description: string;
  language: Language;
}

/** The size of the picture that `npm run shots -- og` takes. */
const size = { width: 1200, height: 630 };

/**
 * What search engines and messengers show of a public page. Both languages share one URL, which serves the
 * reader's choice. Without its picture file, a link has no picture rather than a broken one.
 */
export function shareMetadata({ path, title, description, language }: Shared): Metadata {
  const file = `og-${language}.png`;
  const hasPicture = existsSync(join(process.cwd(), "public", file));
  const images = hasPicture ? [{ url: `/${file}`, ...size, alt: title }] : [];
  return {
    alternates: { canonical: path, languages: { en: path, pl: path, "x-default": path } },
    openGraph: {
      type: "website",
      siteName: "Depesza",
      url: path,
      locale: language === "pl" ? "pl_PL" : "en_US",
      ...{ title, description, images },
    },
    twitter: { card: hasPicture ? "summary_large_image" : "summary" },
  };
}
