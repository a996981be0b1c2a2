"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import type { CampaignView } from "@/lib/campaigns/contract";
import type { DraftChoices } from "../../../campaigns/[campaignId]/draft-facts";
import { importWords } from "../words";
import { type Imported, ImportForm } from "./import-form";

interface ImportScreenProps {
  first: CampaignView;
  countries: DraftChoices["countries"];
}

/** The import of a file, and what came of it. */
export function ImportScreen({ first, countries }: ImportScreenProps) {
  const words = useWords(importWords);
  const [done, setDone] = useState<Imported>();
  if (!done) return <ImportForm first={first} countries={countries} onDone={setDone} />;
  return (
    <div className="space-y-4">
      <Notice tone="ok" role="status" title={words.done(done.added, done.merged)} />
      {done.rejected > 0 && (
        <Notice tone="warn" title={words.rejected(done.rejected)}>
          <ul>
            {done.errors.map(({ row, why }) => (
              <li key={row}>{words.row(row, why)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
