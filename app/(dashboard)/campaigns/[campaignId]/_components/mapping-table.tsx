"use client";

import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { controlClass } from "@/components/ui/field";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { SelectField } from "@/components/ui/select-field";
import { isolatedText } from "@/components/visible-text";
import type { CampaignView } from "@/lib/campaigns/contract";
import type { DraftChoices, DraftRow } from "../draft-facts";
import { recipientWords } from "../recipient-words";
import { assignUse, usesOf } from "./column-uses";
import type { Saving } from "./use-saving";

interface MappingTableProps {
  draft: CampaignView;
  edit: Saving["edit"];
  rows: readonly DraftRow[];
  countries: DraftChoices["countries"];
}

/** What each column is: the number, a variable, or ignored; and where numbers without a country code belong. */
export function MappingTable({ draft, edit, rows, countries }: MappingTableProps) {
  const words = useWords(recipientWords);
  const { columns, mapping } = draft;
  const nameOf = (place: number) => columns[place] || words.unnamed(place + 1);
  const ignored = mapping.flatMap((use, place) =>
    use === null ? [isolatedText(nameOf(place))] : [],
  );
  return (
    <div className="space-y-4">
      <ScrollRegion as="section" aria-label={words.columns} className="overflow-x-auto">
        <table className="w-full border-line border-b text-sm">
          <caption className="sr-only">{words.columns}</caption>
          <thead className="text-left text-mute">
            <tr className="border-line border-b">
              <th scope="col" className="py-1.5 pr-4 font-medium">
                {words.column}
              </th>
              <th scope="col" className="py-1.5 pr-4 font-medium max-sm:hidden">
                {words.samples}
              </th>
              <th scope="col" className="w-56 py-1.5 font-medium max-sm:w-48">
                {words.use}
              </th>
            </tr>
          </thead>
          <tbody>
            {mapping.map((use, place) => (
              <tr key={place} className="border-line border-b align-top last:border-b-0">
                <th scope="row" className="wrap-anywhere py-2 pr-4 text-left font-medium">
                  <OutsideText text={nameOf(place)} />
                  <span className="block font-normal text-mute sm:hidden">
                    <OutsideText text={rows[0]?.cells[place] ?? ""} />
                  </span>
                </th>
                <td className="py-2 pr-4 text-mute max-sm:hidden">
                  <Samples values={rows.map(({ cells }) => cells[place] ?? "")} />
                </td>
                <td className="py-1">
                  <select
                    aria-label={words.useOf(isolatedText(nameOf(place)))}
                    value={use ?? ""}
                    onChange={({ target }) =>
                      edit({ mapping: assignUse(mapping, place, target.value || null) })
                    }
                    className={`${controlClass} h-8 max-sm:h-11`}
                  >
                    {usesOf(mapping, columns, place).map((value) => (
                      <option key={value} value={value}>
                        {value === "to" ? words.number : words.variable(value)}
                      </option>
                    ))}
                    <option value="">{words.ignored}</option>
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {!mapping.includes("to") && (
        <p role="status" className="text-bad">
          {words.noColumn}
        </p>
      )}
      {ignored.length > 0 && (
        <p className="wrap-anywhere text-mute text-sm">
          {words.ignoredColumns(ignored.join(", "))}
        </p>
      )}
      <SelectField
        label={words.country}
        name="default_country"
        value={draft.default_country ?? ""}
        options={[{ value: "", label: words.noCountry }, ...countries]}
        hint={words.countryHint}
        onChange={({ target }) => edit({ default_country: target.value || null })}
        className="max-w-sm"
      />
    </div>
  );
}

function Samples({ values }: { values: string[] }) {
  const words = useWords(recipientWords);
  return (
    <ul className="flex flex-wrap gap-x-4">
      {values.map((value, place) => (
        <li key={place} className="max-w-48 truncate">
          {value === "" ? <i>{words.blank}</i> : <OutsideText text={value} />}
        </li>
      ))}
    </ul>
  );
}
