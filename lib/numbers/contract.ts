/** What a number is for, as the plan of its country says. */
export const numberTypes = [
  "mobile",
  "fixed_line",
  "fixed_line_or_mobile",
  "voip",
  "toll_free",
  "premium_rate",
  "shared_cost",
  "personal_number",
  "pager",
  "uan",
  "voicemail",
  "unknown",
] as const;

export type NumberType = (typeof numberTypes)[number];

/** Why nothing can be sent to what was written; each is repaired in another way. */
export const numberProblems = [
  "no_country_code",
  "ambiguous",
  "no_mobile_digit",
  "wrong_length",
  "landline",
  "no_such_country",
  "spreadsheet",
  "not_a_number",
] as const;

export type NumberProblem = (typeof numberProblems)[number];

/** Who says which operator a range was given to: the tables of Google's libphonenumber, as `npm run ranges` reads them. */
export const rangeSource = "libphonenumber";
