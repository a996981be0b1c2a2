import { sentences } from "../core/sentence";

/** What is said of the second step of a sign-in. */
export const twoStepSentences = sentences("two-step", {
  wrongCode: {
    en: "This code is wrong or was used before.",
    pl: "Ten kod jest błędny albo był już użyty.",
  },
  isOn: { en: "Two-step sign-in is on already.", pl: "Logowanie dwuetapowe jest już włączone." },
  isOff: { en: "Two-step sign-in is off.", pl: "Logowanie dwuetapowe jest wyłączone." },
  startAgain: { en: "Start the setup again.", pl: "Zacznij konfigurację od nowa." },
});
