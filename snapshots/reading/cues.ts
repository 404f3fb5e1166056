/**
 * What is seen of a predicate that speaks for or against a commitment: who acts, what the verb does and in which tense, whose text it is, the
 * marks that its words bear, and the words. What each cue weighs is learned from annotated documents (`knowledge/acceptance.txt`).
 */
import type { Token } from "../language/tagging.ts";
import { facet, together } from "./cue-names.ts";
import { marksOf } from "./marks.ts";
import type { Predicate } from "./predicates.ts";
import type { Staging } from "./staging.ts";
import type { Actor } from "./subjects.ts";

/** A predicate that may be a commitment. */
export interface Claim {
  readonly predicate: Predicate;
  readonly staging: Staging;
  readonly actor: Actor;
  readonly tokens: readonly Token[];
  /** The predicate's words. */
  readonly words: string;
  readonly subject: string;
  /** The parties' own text, a journalist's report, or a ministry's release or overview in the third person. */
  readonly voice: "own" | "release" | "report";
  readonly factSheet: boolean;
  /** Names a country that is not a party. */
  readonly namesOthers: boolean;
  /** An item of a list. */
  readonly listed: boolean;
  /** Where its block stands in the document. */
  readonly place: "lead" | "middle" | "end";
  readonly sentence: string;
  /** Who acted in the sentence before. */
  readonly followed: Actor | null;
}

/** Pairs of facets that mean more together than apart. */
const PAIRS = [["act", "actor"], ["act", "voice"], ["actor", "voice"], ["modal", "actor"], ["tense", "voice"], ["tense", "actor"], ["act", "tense"], ["how", "act"], ["stage", "actor"], ["listed", "act"], ["listed", "voice"], ["place", "voice"], ["followed", "actor"], ["form", "actor"]] as const;
const TRIPLES = [["modal", "actor", "voice"], ["act", "actor", "voice"], ["tense", "actor", "voice"]] as const;

type Facet = "act" | "actor" | "modal" | "tense" | "voice" | "how" | "stage" | "listed" | "place" | "followed" | "form";

/** All cues of a predicate, by name. */
export function cuesOf(claim: Claim): string[] {
  const facets = facetsOf(claim);
  const named = (name: Facet): string => facet(name, facets[name]);
  const single = (Object.keys(facets) as Facet[]).map(named);
  const pairs = PAIRS.map(([first, second]) => together(named(first), named(second)));
  const triples = TRIPLES.map(([first, second, third]) => together(together(named(first), named(second)), named(third)));
  const marks = marksOf(claim);
  const [actor, voice] = [facet("actor", claim.actor), facet("voice", claim.voice)];
  const verb = facet("verb", claim.predicate.group.lemma);
  const acting = claim.actor === "other" || claim.actor === "matter" ? claim.actor : "party";
  return [
    "always", ...single, ...pairs, ...triples, ...marks, ...marks.flatMap((mark) => [together(mark, actor), together(mark, voice)]),
    verb, together(verb, acting), facet("rule", claim.staging.rule), ...wordsIn(claim.words).map((word) => `word:${word}`),
  ];
}

/** The words, each once, in lower case; small ones and figures are left out. */
function wordsIn(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[a-z]{3,}/g) ?? [])];
}

function facetsOf({ predicate, staging, actor, voice, factSheet, listed, place, followed }: Claim): Readonly<Record<Facet, string>> {
  const { group, how } = predicate;
  const tense = [group.tense, group.perfect ? "perfect" : "", group.progressive ? "progressive" : "", group.passive ? "passive" : ""].filter(Boolean).join("-");
  return { act: staging.act ?? "none", actor, modal: modalOf(group.modal), tense, voice: factSheet ? "facts" : voice, how, stage: staging.stage, listed: listed ? "yes" : "no", place, followed: followed ?? "none", form: group.form };
}

function modalOf(modal: string | null): string {
  if (modal === null) return "none";
  if (/^(?:will|shall|be to|'ll)$/.test(modal)) return "will";
  if (modal === "would") return "would";
  return /^(?:must|should|ought)$/.test(modal) ? "must" : "may";
}

