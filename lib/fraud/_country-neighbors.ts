import { once } from "../core/once";

/**
 * Countries with a common land border, joined by a bridge, a tunnel, or a ferry, or islands of the same sea; a pair may be
 * there twice. ISO 3166.
 */
const pairs = `
AD ES FR|AE OM SA QA|AF CN IR PK TJ TM UZ|AG BB DM KN|AL GR ME MK XK|AM AZ GE IR TR|AO CD CG NA ZM|AR BO BR CL PY UY
AT CH CZ DE HU IT LI SI SK|AU NZ|AW BQ CW VE|AX FI SE|AZ GE IR RU TR|BA HR ME RS|BB LC VC|BD IN MM
BE DE FR LU NL|BF BJ CI GH ML NE TG|BG GR MK RO RS TR|BH SA QA|BI CD RW TZ|BJ NE NG TG|BN MY|BO BR CL PE PY
BR CO GF GY PE PY SR UY VE|BS US|BT CN IN|BW NA ZA ZM ZW|BY LT LV PL RU UA|BZ GT MX|CA US|CD CF CG RW SS TZ UG ZM
CF CG CM SD SS TD|CG CM GA|CH DE FR IT LI|CI GH GN LR ML|CL PE|CM GA GQ NG TD|CN HK IN KG KP KZ LA MM MN MO NP PK RU TJ VN
CO EC PA PE VE|CR NI PA|CU HT|CY GR TR|CZ DE PL SK|DE DK FR LU NL PL|DJ ER ET SO|DK SE NO|DM GP MQ|DO HT PR
DZ EH LY MA ML MR NE TN|EC PE|EE FI LV RU|EG IL LY PS SD SA JO|EH MA MR|ER ET SD|ES GI MA PT FR|ET KE SD SO SS
FI NO RU SE|FO DK IS|FR GB IT LU MC|GA GQ|GB GG IE IM JE GI|GD LC VC TT|GE RU TR|GF SR|GG JE|GH TG|GL DK
GM SN|GN GW LR ML SL SN|GR MK TR|GT HN MX SV|GW SN|GY SR VE|HK MO|HN NI SV|HR HU ME RS SI|HU RO RS SI SK UA
ID MY PG TL SG|IE IM|IL JO LB PS SY|IN LK MM NP PK|IQ IR JO KW SA SY TR|IR PK TM TR|IT MT SI SM VA
JM KY|JO PS SA SY|KE SO SS TZ UG|KG KZ TJ UZ|KH LA TH VN|KM YT|KN MS|KP KR RU|KW SA|KZ RU TM UZ
LA MM TH VN|LB SY|LC MQ VC|LR SL|LS ZA|LT LV PL RU|LV RU|LY NE SD TD TN|MD RO UA|ME RS XK|MF SX GP|MK RS XK
ML MR NE SN|MM TH|MN RU|MR SN|MU RE|MW MZ TZ ZM|MX US|MY SG TH|MZ SZ TZ ZA ZM ZW|NA ZA ZM|NE NG TD|NG TD|NI SV
NO RU SE|OM SA YE|PL RU SK UA|PT ES|QA SA|RO RS UA|RS XK|RU UA|RW TZ UG|SA YE|SD SS TD|SK UA|SS UG|SY TR|SZ ZA
TJ UZ|TM UZ|TT VE|TZ UG ZM|US PR VI GU|VC TT|VG VI|ZA ZW|ZM ZW`;

/** By country, in both directions. */
const neighbors = once(() => {
  const found = new Map<string, Set<string>>();
  const add = (country: string, other: string) =>
    found.set(country, (found.get(country) ?? new Set()).add(other));
  for (const line of pairs.trim().split(/[|\n]/)) {
    const [country = "", ...others] = line.trim().split(" ");
    for (const other of others) {
      add(country, other);
      add(other, country);
    }
  }
  return found;
});

/** The countries beside one (ISO 3166); none for an island far from others, or a code of no country. */
export function neighborsOfCountry(country: string): string[] {
  return [...(neighbors().get(country) ?? [])].toSorted();
}
