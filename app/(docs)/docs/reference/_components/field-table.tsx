import type { Field } from "../_document/list-fields";
import { Words } from "./words";

interface FieldTableProps {
  caption: string;
  fields: (Field & { place?: string })[];
  /** Answers have all their members, so there only what may be missing is worth a word. */
  isAnswer?: boolean;
}

/** Names, types, limits and meanings. Two columns, so that it fits a phone. */
export function FieldTable({ caption, fields, isAnswer = false }: FieldTableProps) {
  return (
    <table className="mt-2 w-full table-fixed text-base">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-[37%]" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name and type</th>
          <th scope="col">Meaning and limits</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name} className="border-line border-b align-top">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              <code className="break-words font-mono text-sm">{field.name}</code>
              <span className="block text-mute text-sm">{typeWords(field)}</span>
              <Presence isRequired={field.isRequired} isAnswer={isAnswer} />
            </th>
            <td className="py-2">
              <Words text={field.description} />
              {field.limits.map((limit) => (
                <span key={limit} className="block break-words text-mute text-sm">
                  <Words text={limit} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Presence({ isRequired, isAnswer }: { isRequired: boolean; isAnswer: boolean }) {
  if (isRequired === isAnswer) return null;
  return (
    <span className="block font-medium text-sm">{isAnswer ? "may be missing" : "required"}</span>
  );
}

function typeWords({ type, place }: FieldTableProps["fields"][number]): string {
  return place ? `${type}, in the ${place}` : type;
}
