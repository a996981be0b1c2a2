/** The pages of the settings in order, for the side column and the tabs of a phone; named in `shellWords.places`. */
export const settingsPlaces = [
  { href: "/settings/api", name: "api" },
  { href: "/settings/webhooks", name: "webhooks" },
  { href: "/settings/account", name: "account" },
] as const;
