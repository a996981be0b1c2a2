import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";

interface SumTableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly { key: string; name: ReactNode; sums: readonly ReactNode[] }[];
}

/** A name and its figures per row. */
export function SumTable({ caption, heads, rows }: SumTableProps) {
  return (
    <ScrollRegion as="section" aria-label={caption} className="relative overflow-x-auto">
      <table className="w-full border-line border-b text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-right text-mute [&>th]:pb-2 [&>th]:pl-4 [&>th]:font-medium [&>th:first-child]:pl-0">
            {heads.map((head, place) => (
              <th key={head} scope="col" className={place === 0 ? "text-left" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, sums }) => (
            <tr key={key} className="h-9 border-line border-t">
              <th scope="row" className="wrap-anywhere text-left font-normal">
                {name}
              </th>
              {sums.map((sum, place) => (
                <td
                  key={heads[place + 1]}
                  className="whitespace-nowrap pl-4 text-right font-mono tabular-nums"
                >
                  {sum}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
