import Link from "next/link";
import { type ErrorCode, errorTable } from "@/lib/core/errors";
import { problemMeanings } from "@/lib/openapi/problems";
import { Folded } from "./folded";
import { Words } from "./words";

/** The refusals a call knows, each with the way to what to do about it. */
export function Refusals({ codes }: { codes: ErrorCode[] }) {
  const statuses = [...new Set(codes.map((code) => errorTable[code].status))];
  return (
    <Folded
      summary={
        <>
          <span className="font-medium">Errors</span>
          <span className="font-mono text-mute text-sm">{statuses.join(" ")}</span>
        </>
      }
    >
      <table className="w-full table-fixed text-base">
        <caption className="sr-only">Errors of this call</caption>
        <colgroup>
          <col className="w-[37%]" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">Status and code</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code} className="border-line border-b align-top">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <span className="mr-2 font-mono text-mute text-sm">{errorTable[code].status}</span>
                <Link
                  href={`/docs/errors#${code}`}
                  prefetch={false}
                  className="link break-words font-mono text-sm"
                >
                  {code}
                </Link>
              </th>
              <td className="py-2">
                <Words text={problemMeanings[code]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Folded>
  );
}
