/**
 * The undertakings of a document: its blocks and sentences are walked in order, lists take the mood of their lead-in, and every predicate that is
 * held to be a commitment comes out with its place in its block.
 */
import { sentencesOfBlock } from "../language/sentences.ts";
import { tag, type Token } from "../language/tagging.ts";
import type { Block, Document, Sentence, Span, Stage } from "../types.ts";
import { LEAST } from "./acceptance.ts";
import type { Claim } from "./cues.ts";
import { openingOf } from "./dateline.ts";
import { type Enumeration, enumerationIn } from "./enumerating.ts";
import { asksReader, BACKGROUND, bodyOf, EXPLAINS, fromPlace, isName, isRecital, isSummary, leadsList, LEAVES_VERB, PLANS_HEADING, STEPS_HEADING, STEPS_TAKEN } from "./layout.ts";
import { actOf, PERFORMATIVE } from "./lexicon.ts";
import { TALKS } from "./marks.ts";
import { nominalStaging } from "./nominals.ts";
import { furtherActs } from "./object-nouns.ts";
import { type Predicate, predicatesOf } from "./predicates.ts";
import { afterOccasion, spanOf, textOf, trimJoint, withoutAdverbs } from "./runs.ts";
import { cutAt, type Seam, seamsOf } from "./seams.ts";
import { type Mood, promisedIn, type Staging, stageOf } from "./staging.ts";
import { type Actor, actorFinder, type SubjectMeans } from "./subjects.ts";
import { isQuotation, voiceOf } from "./voice.ts";

/** A commitment found, with its places in its block's text. */
export interface Undertaking extends Span {
  readonly block: Block;
  readonly section: string | null;
  /** The sentence's words before it, and the lead-in of its list: what it is about where it says little itself. */
  readonly context: string;
  readonly staging: Staging;
  /** Places of the words that decided the stage. */
  readonly decided: readonly Span[];
  readonly actor: Actor;
  readonly subject: string;
  readonly confidence: number;
}

/** What undertakings are found with. */
export interface UndertakingMeans {
  readonly subjects: SubjectMeans;
  /** How likely it is that a predicate is a commitment, 0 to 1. */
  readonly accept: (claim: Claim) => number;
  /** Whether a sentence is cut at a seam, which stands at this place of its block. */
  readonly cut: (seam: Seam, place: Place) => boolean;
}

export interface Place {
  readonly block: Block;
  readonly start: number;
}

interface Walk extends UndertakingMeans {
  /** Who acts, by the words before a verb and by who acted before. */
  readonly actorOf: (subject: string, followed: Actor | null) => Actor;
  /** How many blocks the document has. */
  readonly length: number;
  /** The place of the block that is read. */
  at: number;
  readonly voice: Claim["voice"];
  readonly factSheet: boolean;
  section: string | null;
  /** Level of a heading whose text is background; 0 outside. */
  background: number;
  mood: Mood;
  leadIn: string;
  /** What the lead-in of the list makes of an item that has no verb. */
  leadStaging: Staging | null;
  /** What the sentence before was about. */
  followed: Actor | null;
  quoted: boolean;
}

/** All undertakings, in the order of the text. Linear in its length. */
export function undertakingsOf(document: Document, means: UndertakingMeans): Undertaking[] {
  const walk: Walk = { ...means, actorOf: actorFinder(means.subjects), length: document.blocks.length, at: 0, voice: voiceOf(document), factSheet: document.kind === "fact-sheet", section: null, background: 0, mood: null, leadIn: "", leadStaging: null, followed: null, quoted: false };
  return document.blocks.flatMap((block, index) => readBlock(walk, document.blocks, { block, index }));
}

function readBlock(walk: Walk, blocks: readonly Block[], { block, index }: { readonly block: Block; readonly index: number }): Undertaking[] {
  walk.at = index;
  if (block.kind === "heading") {
    if (walk.background > 0 && block.level <= walk.background) walk.background = 0;
    if (BACKGROUND.test(block.text)) walk.background = block.level;
    walk.section = block.text;
    if (STEPS_HEADING.test(block.text)) walk.mood = "steps";
    else if (PLANS_HEADING.test(block.text)) walk.mood = "resolve";
    walk.followed = null;
    return [];
  }
  if (block.kind === "boilerplate" || block.kind === "quotation" || walk.background > 0) return [];
  if (block.kind === "item" && isName(block.text)) return [];
  walk.quoted = false;
  const { start, label } = bodyOf(block);
  walk.section = label ?? walk.section;
  const sentences = sentencesOfBlock(block, index).map((sentence) => fromPlace(sentence, start));
  const listed = block.kind !== "item" && leadsList(blocks, index);
  if (block.kind === "paragraph") walk.followed = null;
  const read = (sentence: Sentence, at: number): Undertaking[] => {
    const leads = (listed || /:$/.test(block.text)) && at === sentences.length - 1 && block.kind !== "item";
    if (leads) takeMood(walk, sentence.text);
    return readSentence(walk, sentence, { first: at === 0, leads });
  };
  return sentences.reduce<Undertaking[]>((found, sentence, at) => {
    const last = found.at(-1);
    const before = sentences[at - 1];
    if (last === undefined || before === undefined || !EXPLAINS.test(sentence.text) || last.end < before.end - 2) return [...found, ...read(sentence, at)];
    return [...found.slice(0, -1), { ...last, end: sentence.start + sentence.text.replace(/[.;,\s]+$/, "").length }];
  }, []);
}

function takeMood(walk: Walk, text: string): void {
  walk.mood = STEPS_TAKEN.test(text) ? "steps" : LEAVES_VERB.test(text) ? "deeds" : "resolve";
  walk.leadIn = text;
  const staging = lastStaging(text);
  walk.leadStaging = staging !== null && /:$/.test(text.trim()) && (walk.mood === "steps" || /^(?:commit|intend|begin|explore|foster|work|carry)$/.test(staging.act ?? "")) ? staging : null;
}

/** What the last predicate of a lead-in makes of what follows it; null where it has none. */
function lastStaging(leadIn: string): Staging | null {
  const tokens = tag(leadIn);
  const last = predicatesOf(tokens, "sentence").at(-1);
  return last === undefined ? null : stageOf(last, tokens, null);
}

interface Position {
  readonly first: boolean;
  /** The sentence leads on to a list. */
  readonly leads: boolean;
}

function readSentence(walk: Walk, sentence: Sentence, { first, leads }: Position): Undertaking[] {
  if (isQuotation(walk, sentence.text) || asksReader(sentence.text)) return [];
  if (leads && isSummary(sentence.text)) {
    walk.followed = "together";
    return [];
  }
  const item = sentence.block.kind === "item";
  const enumeration = enumerationIn(sentence.text);
  if (enumeration !== null) return readEnumeration(walk, sentence, enumeration);
  if (item && first) {
    const named = nominalStaging(tag(sentence.text), walk.mood);
    if (named !== null) return nominal(walk, sentence, named);
  }
  const found = readClauses(walk, sentence, { shape: (item && first) || isRecital(sentence) ? "item" : "sentence", mood: item ? walk.mood : null, lead: item ? (walk.leadStaging?.stage ?? null) : null });
  return found ?? (item && first && walk.leadStaging !== null ? nominal(walk, sentence, walk.leadStaging) : []);
}

interface Manner {
  readonly shape: "sentence" | "item";
  readonly mood: Mood;
  /** The stage of the lead-in: what is only sought is not firmer in each of its items. */
  readonly lead: Stage | null;
}

/** The undertakings of a sentence; null where it has no predicate at all. */
function readClauses(walk: Walk, sentence: Sentence, { shape, mood, lead }: Manner): Undertaking[] | null {
  const tokens = tag(sentence.text);
  const proposed = predicatesOf(tokens, shape);
  const seams = seamsOf(tokens, proposed, { voice: walk.voice, listed: sentence.block.kind === "item", actorOf: (subject) => walk.actorOf(subject, null) });
  const predicates = cutAt(tokens, proposed, seams.filter((seam) => walk.cut(seam, { block: sentence.block, start: sentence.start + (tokens[seam.at]?.start ?? 0) })));
  return predicates.length === 0 ? null : predicates.flatMap((predicate) => claim(walk, sentence, { predicate, tokens, mood, lead }));
}

/** The lead-in with its first member, then the others, each as an item of a list. */
function readEnumeration(walk: Walk, sentence: Sentence, { head, leadIn, members, numbered }: Enumeration): Undertaking[] {
  const part = ({ start, end }: Span): Sentence => ({ ...sentence, start: sentence.start + start, end: sentence.start + end, text: sentence.text.slice(start, end) });
  const lead = part(leadIn);
  const mood: Mood = STEPS_TAKEN.test(lead.text) || /\bsteps we are taking\b/i.test(lead.text) ? "steps" : "resolve";
  const staging = lastStaging(lead.text);
  const opening = numbered ? (readClauses(walk, lead, { shape: "sentence", mood: null, lead: null }) ?? []).slice(0, -1) : (readClauses(walk, part(head), { shape: sentence.block.kind === "item" ? "item" : "sentence", mood: walk.mood, lead: null }) ?? []);
  const leadsOn = staging !== null && (opening.length > 0 || numbered);
  return [...opening, ...members.flatMap((span) => readClauses(walk, part(span), { shape: "item", mood, lead: staging?.stage ?? null }) ?? (leadsOn && staging !== null ? nominal(walk, part(span), staging) : []))];
}

/** An item without a verb takes the stage of its lead-in: "They committed to: regular exchanges; a joint study". */
function nominal(walk: Walk, sentence: Sentence, staging: Staging): Undertaking[] {
  const text = sentence.text.replace(/[.;,\s]+$/, "");
  if (text.split(" ").length < 4 || staging.act === "say" || staging.act === "ceremony") return [];
  const own = staging.rule.endsWith("-noun");
  const decided = own ? staging.words.map((run) => spanOf(tag(sentence.text), run)).map(({ start, end }) => ({ start: sentence.start + start, end: sentence.start + end })) : [];
  return [{ start: sentence.start, end: sentence.start + text.length, block: sentence.block, section: walk.section, context: walk.leadIn, staging: own ? staging : { ...staging, rule: "item-of-its-lead-in", words: [] }, decided, actor: "together", subject: "", confidence: 0.6 }];
}

interface Candidate {
  readonly predicate: Predicate;
  readonly tokens: readonly Token[];
  readonly mood: Mood;
  readonly lead: Stage | null;
}

function claim(walk: Walk, sentence: Sentence, { predicate, tokens, mood, lead }: Candidate): Undertaking[] {
  const own = saidToDo(walk, sentence, { predicate, tokens }) ?? stageOf(predicate, tokens, mood ?? (sentence.block.kind === "item" ? "resolve" : null));
  const subject = textOf(sentence.text, tokens, withoutAdverbs(tokens, predicate.subject));
  const talked = TALKS.test(subject.trim()) && predicate.group.passive;
  const staging: Staging = talked ? { ...own, stage: "explored", rule: "talks-held" } : predicate.how === "item" && own.stage === "committed" && (lead === "intended" || lead === "explored") ? { ...own, stage: lead, rule: "item-of-its-lead-in" } : own;
  const actor = predicate.how === "item" || (predicate.subject.to === 0 && sentence.block.kind === "item") ? "together" : whoActs(walk, subject, staging);
  const further = (staging.act === "hail" || staging.act === "note") && staging.rule.endsWith("-named") ? furtherActs({ tokens, end: predicate.to }, staging.words.at(-1)?.to ?? predicate.group.to, staging.stage) : [];
  const run = spanOf(tokens, { from: afterOccasion(tokens, predicate), to: trimJoint(tokens, further[0]?.from ?? predicate.to) });
  const place = { start: sentence.start + run.start === 0 ? Math.min(openingOf(sentence.text), run.end) : run.start, end: run.end };
  const words = sentence.text.slice(place.start, place.end);
  const confidence = walk.accept({
    words, sentence: sentence.text, tokens, predicate, staging, actor, subject, voice: walk.voice, factSheet: walk.factSheet,
    namesOthers: walk.voice !== "own" && walk.subjects.actsWithOther(sentence.text), listed: sentence.block.kind === "item", place: placeOf(walk), followed: walk.followed,
  });
  if (predicate.how === "main") walk.followed = actor;
  if (confidence < LEAST || place.end - place.start < 8 || /\bto$/.test(words)) return [];
  const at = (span: Span): Span => ({ start: sentence.start + span.start, end: sentence.start + span.end });
  const context = `${sentence.block.kind === "item" ? walk.leadIn : ""} ${sentence.text.slice(0, place.start)}`.trim();
  const first: Undertaking = { ...at(place), block: sentence.block, section: walk.section, context, staging, decided: staging.words.map((run) => at(spanOf(tokens, run))), actor, subject, confidence };
  const others = further.map((act, index): Undertaking => {
    const run = { from: act.from, to: trimJoint(tokens, further[index + 1]?.from ?? predicate.to) };
    const decided = [spanOf(tokens, staging.words[0] ?? predicate.group), spanOf(tokens, act.noun)];
    return { ...first, ...at(spanOf(tokens, run)), staging: { ...staging, stage: act.stage, rule: "further-act-named" }, decided: decided.map(at), confidence: confidence - 0.1 };
  });
  return [first, ...others];
}

/** A document of fewer blocks has no beginning and no end of its own. */
const SHORT = 8;

/** Whether the block that is read stands among the first of its document or the last. */
function placeOf({ at, length }: Walk): Claim["place"] {
  if (length < SHORT) return "middle";
  return at < 3 ? "lead" : at > 0.85 * length ? "end" : "middle";
}

/** "The Minister stated that Japan would provide ...": what a party says that it will do, it undertakes. */
function saidToDo(walk: Walk, { text }: Sentence, { predicate, tokens }: Pick<Candidate, "predicate" | "tokens">): Staging | null {
  const { group, to } = predicate;
  const that = tokens[group.to]?.lower === "that" ? group.to : group.to - 1;
  if ((that < group.to && !/^(?:it|they|both)$/.test(tokens[group.to]?.lower ?? "")) || actOf(group.lemma) !== "say" || group.modal !== null) return null;
  const modal = tokens.findIndex((token, at) => at > that && at < Math.min(to, that + 16) && /^(?:will|would|shall)$/.test(token.lower));
  if (modal < 0 || !/^(?:together|body|one)$/.test(walk.actorOf(textOf(text, tokens, { from: that + 1, to: modal }), walk.followed))) return null;
  const stage = promisedIn({ tokens, end: to }, { from: group.from, to: that });
  return stage === null ? null : { stage, force: "moderate", act: "commit", rule: "said-it-would", words: [{ from: group.from, to: group.to }, { from: modal, to: modal + 1 }] };
}

/** Who agrees, notes or discusses after a thing was spoken of, are the parties: "Work goes on. They agreed ...". */
function whoActs(walk: Walk, subject: string, { act }: Staging): Actor {
  const speaks = act === "explore" || (act !== null && PERFORMATIVE.has(act));
  return speaks && walk.followed === "matter" && /^they$/i.test(subject.trim()) ? "together" : walk.actorOf(subject, walk.followed);
}
