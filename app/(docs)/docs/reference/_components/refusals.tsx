import Link from "next/link";
import { type ErrorCode, errorTable } from "@/lib/core/errors";
import { problemMeanings } from "@/lib/openapi/problems";
import { FactTable } from "./fact-table";
import { Words } from "./words";

/** The errors of a call, each with a link to what to do about it. */
export function Refusals({ codes }: { codes: ErrorCode[] }) {
  return (
    <FactTable caption="Errors of this call" columns={["Code and status", "Meaning"]}>
      {codes.map((code) => (
        <tr key={code}>
          <th scope="row">
            <Link href={`/docs/errors#${code}`} prefetch={false} className="link">
              <code>{code}</code>
            </Link>
            <span>{errorTable[code].status}</span>
          </th>
          <td>
            <Words text={problemMeanings[code]} />
          </td>
        </tr>
      ))}
    </FactTable>
  );
}
