import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import type { CarriersReport } from "@/lib/administration/get-carriers";
import { publicId } from "@/lib/core/ids";
import { numberWords } from "@/lib/language/count-words";
import { carriersWords } from "../words";

type Route = CarriersReport["routes"][number];

const columns = [
  { name: "to", className: "" },
  { name: "carrier", className: "w-44" },
  { name: "priority", className: "w-24 text-right" },
  { name: "weight", className: "w-24 text-right" },
  { name: "cost", className: "w-36 text-right" },
] as const;

/** The routes in the order they are tried; where there is little room a list of two lines each. */
export async function RouteList({ report }: { report: CarriersReport }) {
  const words = (await wordsOf(carriersWords)).routes;
  const { routes, routeCount, isDefault } = report;
  if (isDefault) {
    return (
      <section>
        <SectionHeading title={words.title} lead={words.default(routes[0]?.carrier ?? "")} />
      </section>
    );
  }
  return (
    <section className="@container">
      <SectionHeading title={words.title} lead={words.lead} />
      <table className="w-full table-fixed border-line border-b text-sm @max-xl:block">
        <caption className="sr-only">{words.title}</caption>
        <thead className="@max-xl:sr-only">
          <tr className="border-line border-b">
            {columns.map(({ name, className }) => (
              <th
                key={name}
                scope="col"
                className={`px-3 pb-2 text-left font-medium text-mute first:pl-0 last:pr-0 ${className}`}
              >
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-xl:block">
          {routes.map((route, place) => (
            <RouteRow key={`${place} ${route.carrier}`} route={route} />
          ))}
        </tbody>
      </table>
      {routeCount > routes.length && (
        <p className="mt-3 text-mute">{words.more(routeCount - routes.length)}</p>
      )}
    </section>
  );
}

const cell = "px-3 py-2 align-top first:pl-0 last:pr-0 @max-xl:p-0";
const figure = `${cell} text-right font-mono tabular-nums @max-xl:font-sans @max-xl:text-mute`;

async function RouteRow({ route }: { route: Route }) {
  const words = (await wordsOf(carriersWords)).routes;
  const language = await currentLanguage();
  const { carrier, priority, weight, cost } = route;
  const named = (column: keyof typeof words.columns) => (
    <span className="@xl:hidden">{words.columns[column]} </span>
  );
  return (
    <tr className="border-line border-b last:border-b-0 @max-xl:grid @max-xl:grid-cols-[minmax(0,1fr)_auto] @max-xl:gap-x-4 @max-xl:gap-y-1 @max-xl:py-3">
      <td className={`${cell} wrap-anywhere`}>
        <Conditions route={route} />
      </td>
      <td className={`${cell} wrap-anywhere font-mono`}>
        <OutsideText text={carrier} />
      </td>
      <td className={`${figure} @max-xl:text-left`}>
        {named("priority")}
        {priority}
        <span className="@xl:hidden">
          {", "}
          {words.columns.weight} {weight}
        </span>
      </td>
      <td className={`${figure} @max-xl:hidden`}>{weight}</td>
      <td className={`${figure} ${cost === undefined ? "@max-xl:hidden" : ""}`}>
        {named("cost")}
        {cost === undefined ? "–" : numberWords(language, cost, { maximumFractionDigits: 6 })}
      </td>
    </tr>
  );
}

/** Which messages a route is for. */
async function Conditions({
  route: { to, country, account, from, class: kind },
}: {
  route: Route;
}) {
  const words = (await wordsOf(carriersWords)).routes;
  const prefix = to === "*" ? words.anyNumber : `+${to}…`;
  const number = country ? words.country(country) : prefix;
  return (
    <OutsideText
      text={[
        number,
        ...(from ? [words.from(from)] : []),
        ...(kind ? [words.classes[kind]] : []),
        ...(account ? [words.account(publicAccount(account))] : []),
      ].join(", ")}
    />
  );
}

/** As `account list` writes it; what the file has instead, as it is. */
function publicAccount(account: string): string {
  return /^[0-9a-f-]{36}$/.test(account) ? publicId("acc", account) : account;
}
