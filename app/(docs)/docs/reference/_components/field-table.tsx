import type { Field } from "../_document/list-fields";
import { FactTable } from "./fact-table";
import { Words } from "./words";

interface FieldTableProps {
  caption: string;
  fields: (Field & { place?: string })[];
  /** Responses have all their fields, so only optional fields are marked there. */
  isAnswer?: boolean;
}

/** Names, types, limits and meanings. */
export function FieldTable({ caption, fields, isAnswer = false }: FieldTableProps) {
  return (
    <FactTable caption={caption} columns={["Name and type", "Meaning and limits"]}>
      {fields.map((field) => (
        <tr key={field.name}>
          <th scope="row">
            <code>{field.name}</code>
            <span>{typeWords(field)}</span>
            <Presence isRequired={field.isRequired} isAnswer={isAnswer} />
          </th>
          <td>
            <Words text={field.description} />
            {field.limits.map((limit) => (
              <span key={limit}>
                <Words text={limit} />
              </span>
            ))}
          </td>
        </tr>
      ))}
    </FactTable>
  );
}

function Presence({ isRequired, isAnswer }: { isRequired: boolean; isAnswer: boolean }) {
  if (isRequired === isAnswer) return null;
  return <b>{isAnswer ? "may be missing" : "required"}</b>;
}

function typeWords({ type, place }: FieldTableProps["fields"][number]): string {
  return place ? `${type}, in the ${place}` : type;
}
