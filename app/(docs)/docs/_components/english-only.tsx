import { currentLanguage } from "@/components/language/current-language";
import { Notice } from "@/components/ui/notice";
import type { Language } from "@/lib/language/language";
import { docsWords } from "../words";

/** Says that a page is in another language than the reader's, which is always English. */
export async function EnglishOnly({ language }: { language: Language }) {
  const wanted = await currentLanguage();
  if (wanted === language) return null;
  return (
    <div lang={wanted} className="mb-6 max-w-[68ch]">
      <Notice tone="info">{docsWords[wanted].onlyEnglish}</Notice>
    </div>
  );
}
