import "server-only";
import type { Sentence } from "../core/sentence";
import { readAtHome } from "./_read-at-home";
import { readE164 } from "./_read-e164";
import { numberSentences } from "./sentences";

/**
 * A sentence when no message is sent to these digits, which the API takes in E.164 without the plus: nobody can get
 * one there, or they are not the number itself. An integration is told the right number instead of having it changed,
 * so that what it stores, what it repeats under a key and what its webhooks name stay one number.
 */
export function checkRecipient(digits: string): Sentence | undefined {
  const reading = readE164(digits);
  if ("to" in reading && reading.to === digits && reading.isListed) return undefined;
  const home = readAtHome(digits, null);
  if (home && home.whole !== digits && !("to" in reading && reading.isListed)) {
    return numberSentences.noCountryCode({ digits, code: home.code, whole: home.whole });
  }
  if (!("to" in reading)) return reading.sentence;
  if (reading.to === digits) return undefined;
  return numberSentences.trunkPrefix({ digits, whole: reading.to });
}
