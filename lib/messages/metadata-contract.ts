import { z } from "zod";
import { limitedText } from "../core/limited-text";
import {
  isMetadataKey,
  type MetadataProblem,
  maxKeyLength,
  maxMetadataBytes,
  maxMetadataDepth,
  readMetadata,
} from "../core/metadata";
import type { Sentence } from "../core/sentence";
import { isStorableText } from "../core/storable-text";
import { worded, wordedIssue } from "../core/worded";
import { messageSentences } from "./sentences";

const sentenceOf: Record<MetadataProblem, Sentence> = {
  not_an_object: messageSentences.metadataNotObject,
  too_large: messageSentences.largeMetadata({ max: maxMetadataBytes }),
  too_deep: messageSentences.deepMetadata({ max: maxMetadataDepth }),
  key: messageSentences.wrongMetadataKey({ max: maxKeyLength }),
  number: messageSentences.wrongMetadataNumber,
  text: messageSentences.wrongMetadataText,
};

/** What a sender attaches to a message. It is measured before any schema walks through it. */
export const MetadataInput = z.preprocess(
  (value, context) => {
    const read = readMetadata(value);
    if ("metadata" in read) return read.metadata;
    context.addIssue(wordedIssue(sentenceOf[read.problem]));
    return z.NEVER;
  },
  z.record(z.string(), z.unknown()),
);

/** Members of a filter. */
const maxFilters = 5;

const wrongFilter = messageSentences.wrongMetadataFilter({ max: maxFilters });
const FilterValue = limitedText(1000, { error: wrongFilter, tooLong: wrongFilter });

/** The members that messages must have, by key: `metadata[order]=1042` in a query. */
export const MetadataFilter = z.preprocess(
  (value, context) => {
    const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
    const isFit = keys.length > 0 && keys.length <= maxFilters && keys.every(isMetadataKey);
    if (isFit) return value;
    context.addIssue(wordedIssue(wrongFilter));
    return z.NEVER;
  },
  z.record(z.string(), FilterValue.refine(isStorableText, worded(wrongFilter))),
);
