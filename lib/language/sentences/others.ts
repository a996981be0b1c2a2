/** What every form may say, in Polish. */
export const otherSentences: Record<string, string> = {
  "Some fields are not valid.": "Niektóre pola są nieprawidłowe.",
  "Something broke on our side. Try again in 30 seconds.":
    "Coś się zepsuło po naszej stronie. Za 30 sekund można spróbować ponownie.",
  "This form came from another site. Open the page here and try again.":
    "Ten formularz przyszedł z innej witryny. Trzeba otworzyć stronę tutaj i spróbować ponownie.",
};
