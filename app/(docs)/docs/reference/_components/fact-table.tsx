import type { ReactNode } from "react";

interface FactTableProps {
  caption: string;
  /** What the two columns hold, for who cannot see it. */
  columns: [string, string];
  /** Rows of a `th` and a `td`. */
  children: ReactNode;
}

/** Facts in two columns, so that they fit a phone. A page has dozens of rows: docs.css says their look once. */
export function FactTable({ caption, columns: [left, right], children }: FactTableProps) {
  return (
    <table className="fact-table">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
