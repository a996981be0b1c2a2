import type { ReactNode } from "react";

interface RowTableProps {
  /** Read out before the table. */
  caption: string;
  columns: readonly string[];
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

/** Rows under headings; where there is no room for columns, each row is a list of its headings and cells. */
export function RowTable({ caption, columns, rows }: RowTableProps) {
  return (
    <div className="@container">
      <table className="w-full border-line border-b text-sm @max-2xl:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="@max-2xl:sr-only">
          <tr className="border-line border-b">
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className="px-3 pb-2 text-left align-bottom font-medium text-mute first:pl-0 last:pr-0"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-2xl:block">
          {rows.map(({ id, cells }) => (
            <tr
              key={id}
              className="border-line border-b last:border-b-0 @max-2xl:block @max-2xl:py-3"
            >
              {cells.map((cell, place) => (
                <td
                  key={columns[place]}
                  data-heading={columns[place]}
                  className="wrap-anywhere @max-2xl:grid @max-2xl:grid-cols-[9rem_minmax(0,1fr)] @max-2xl:gap-x-4 @max-2xl:px-0 @max-2xl:py-0.5 px-3 py-2 align-top first:pl-0 last:pr-0 @max-2xl:before:text-mute @max-2xl:before:content-[attr(data-heading)]"
                >
                  <div className="min-w-0">{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
