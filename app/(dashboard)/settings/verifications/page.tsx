import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { Changeable } from "@/components/permitted";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { getConversion } from "@/lib/fraud/get-conversion";
import { requireActor } from "@/lib/sign-in/session";
import { ConversionChart } from "./_components/conversion-chart";
import { CountriesForm } from "./_components/countries-form";
import { StopList } from "./_components/stop-list";
import { countryName, verificationWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(verificationWords)).title };
}

/** How many codes are entered, which ranges get none, and where codes go. */
export default async function VerificationsPage() {
  const actor = await requireActor("/settings/verifications");
  const words = verificationWords[actor.language];
  const { countries, days, isCut, stops, allowed } = await getConversion({ actor });
  const names = (allowed.countries ?? [])
    .map((code) => countryName(actor.language, code))
    .join(", ");
  const held = allowed.chosen === null ? words.countries.usual : words.countries.chosen;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="grid grid-cols-1 gap-10">
        <section>
          <SectionHeading title={words.stops.title} lead={words.stops.lead} />
          <StopList
            stops={stops.map(({ prefix, country, reason, started, approved, until }) => ({
              ...{ prefix, reason, started, approved },
              country: country === null ? "" : countryName(actor.language, country),
              until: until.toISOString(),
            }))}
          />
        </section>
        <section>
          <SectionHeading title={words.conversion.title} lead={words.conversion.lead(days)} />
          <ConversionChart
            countries={countries}
            isCut={isCut}
            stopped={stops.map(({ prefix }) => prefix)}
          />
        </section>
        <section>
          <SectionHeading title={words.countries.title} lead={words.countries.lead} />
          <p className="mb-5 max-w-[68ch] border-petrol border-l-2 pl-4">
            {allowed.countries === null ? words.countries.everywhere : held(names)}
          </p>
          <Changeable permission="manage_account">
            <CountriesForm chosen={(allowed.chosen ?? []).join(" ")} />
          </Changeable>
        </section>
      </div>
    </>
  );
}
