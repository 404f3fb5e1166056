/**
 * Tokens of a sentence with part of speech and lemma (wink-nlp), mended where the tagger is known to slip on
 * diplomatic prose: capitalised verbs at the head of a list item, nouns that look like verbs after an article,
 * parts of hyphenated words.
 */
import winkNLP, { type ItsFunction, type Model } from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { isPast } from "./past.ts";

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech: VERB, AUX, NOUN, PROPN, ADJ, ADV, ADP, DET, PRON, NUM, CCONJ, SCONJ, PART, PUNCT ... */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/** Forgets what the tagger learned of words before; says how many it has kept since it was made. */
interface Loaded {
  readonly nlp: ReturnType<typeof winkNLP>;
  forget(): number;
}

let loaded: Loaded | undefined;
/** What is forgotten is not freed: after so many words the tagger is made anew, in a fifth of a second. */
const FULL = 250_000;

/** The model is loaded at the first use: a comparison of two snapshots never needs it. */
function tagger(): ReturnType<typeof winkNLP> {
  if (loaded === undefined || loaded.forget() > FULL) loaded = forgetfulTagger();
  return loaded.nlp;
}

/** What is used of the inside of the library's model. */
interface Parts {
  readonly core: () => { readonly features: { readonly lexeme: { hash: object; readonly list: readonly string[] } } };
  readonly featureFn: (...given: readonly unknown[]) => { readonly pos: (word: string, category: number, cache: Cache) => number };
}
interface Cache {
  readonly lookup: (word: string) => readonly number[] | null;
}

/**
 * The library remembers each word that it did not know, and from then on no longer takes it apart: "Iran’s" would be two tokens
 * or one, depending on what was read before. Here it writes such words into a layer that its tokenizer does not look into and
 * that each sentence begins anew.
 */
function forgetfulTagger(): Loaded {
  const parts = model as Parts;
  const core = parts.core();
  const featureFn: Parts["featureFn"] = (...given) => {
    const features = parts.featureFn(...given);
    let seeing: Cache | undefined;
    const pos: typeof features.pos = (word, category, cache) => {
      seeing ??= { ...cache, lookup: (one) => cache.lookup(one) ?? UNKNOWN };
      return features.pos(word, category, seeing);
    };
    return { ...features, pos };
  };
  const nlp = winkNLP({ ...parts, core: () => core, featureFn } as unknown as Model, ["pos"]);
  const { lexeme } = core.features;
  const [known, first] = [lexeme.hash, lexeme.list.length];
  return {
    nlp,
    forget: () => {
      lexeme.hash = Object.create(known);
      return lexeme.list.length - first;
    },
  };
}
/** The place of a word beyond all that the model knows. */
const UNKNOWN: readonly number[] = [Number.POSITIVE_INFINITY];

let latest: { readonly sentence: string; readonly tokens: readonly Token[] } = { sentence: "", tokens: [] };

/** Tokens of one sentence, with places in it. Linear in its length. The latest answer is kept: an item of a list is looked at twice. */
export function tag(sentence: string): readonly Token[] {
  if (latest.sentence !== sentence) latest = { sentence, tokens: tokensOf(sentence) };
  return latest.tokens;
}

/** No word is so long, and the library's patterns take ages over one: it is given as one unknown word. */
const UNBROKEN = /\S{400,}/g;

function tokensOf(written: string): readonly Token[] {
  const nlp = tagger();
  const sentence = written.replace(UNBROKEN, (run) => "x".repeat(run.length));
  const read = nlp.readDoc(sentence).tokens();
  const parts = read.out(nlp.its.pos);
  // The library's own types give `its.lemma` one parameter too few; at run time all helpers are called alike.
  const lemmas = read.out(nlp.its.lemma as unknown as ItsFunction<string>);
  const tokens: Token[] = [];
  let at = 0;
  for (const [index, text] of read.out().entries()) {
    const start = sentence.indexOf(text, at);
    if (start < 0) continue;
    at = start + text.length;
    const lower = text.toLowerCase().replaceAll("’", "'");
    tokens.push({ text, lower, lemma: LEMMAS.get(lower) ?? lemmas[index]?.toLowerCase() ?? lower, pos: parts[index] ?? "X", start, end: at });
  }
  return tokens.map((token, i) => mend(token, i, tokens));
}

/** Lemmas that the model gets wrong or that differ by spelling only. */
const LEMMAS = new Map<string, string>([
  ["endeavour", "endeavor"], ["endeavours", "endeavor"], ["endeavoured", "endeavor"], ["recognise", "recognize"], ["recognises", "recognize"], ["recognised", "recognize"], ["recognising", "recognize"],
  ["emphasise", "emphasize"], ["emphasises", "emphasize"], ["emphasised", "emphasize"], ["emphasising", "emphasize"], ["finalise", "finalize"], ["finalised", "finalize"], ["finalising", "finalize"],
  ["organise", "organize"], ["organised", "organize"], ["organising", "organize"], ["mobilise", "mobilize"], ["mobilised", "mobilize"], ["mobilising", "mobilize"], ["welcomed", "welcome"], ["welcoming", "welcome"],
  ["prioritise", "prioritize"], ["prioritised", "prioritize"], ["prioritising", "prioritize"], ["operationalise", "operationalize"], ["operationalised", "operationalize"], ["institutionalise", "institutionalize"],
  ["modernise", "modernize"], ["harmonise", "harmonize"], ["underlined", "underline"], ["underlining", "underline"], ["co-chaired", "co-chair"], ["met", "meet"], ["led", "lead"], ["held", "hold"], ["built", "build"],
  ["begun", "begin"], ["began", "begin"], ["made", "make"], ["took", "take"], ["taken", "take"], ["gave", "give"], ["given", "give"], ["shown", "show"], ["set", "set"], ["undertook", "undertake"], ["undertaken", "undertake"],
  ["underlines", "underline"], ["underscored", "underscore"], ["underscores", "underscore"], ["underscoring", "underscore"], ["affirms", "affirm"], ["reaffirmed", "reaffirm"], ["reaffirms", "reaffirm"], ["reaffirming", "reaffirm"],
  ["reiterated", "reiterate"], ["reiterates", "reiterate"], ["reiterating", "reiterate"], ["recommit", "recommit"], ["recommitted", "recommit"], ["pledged", "pledge"], ["pledges", "pledge"], ["pledging", "pledge"],
]);

const DETERMINERS = new Set(["the", "a", "an", "its", "their", "our", "his", "her", "this", "these", "those", "any", "some", "no", "every", "each", "such", "your", "my"]);
const NOUN_AFTER_ADJECTIVE = /^(?:hope|support|work|progress|launch|use|interest|plan|call|review|exchange|pilot|dialogue|need|focus|aim|approach|study|share|start|increase|impact|visit|challenge|fund|test|project|program|programme|framework|contact|release|return|transfer|design|trade|travel|research|experience|result|step|effort|process|influence|concern|report|access|value|balance|promise|pledge|desire|intent|resolve|commitment|benefit|partner|list|base|practice|cost|risk|threat|boost|match|measure|standard|issue|function|gap|place|order|matter|market|market|link|lead|shift|change|target|host|bid|grant|sale|center|centre|future|present)s?$/;

/** Words that the tagger takes for nouns where a plural subject and what follows make them verbs: "both sides aim to", "leaders support the". */
const WILLED = /^(?:aim|plan|hope|pledge|wish|vow|intend|seek|resolve|promise|desire)$/;
const TAKEN = /^(?:support|welcome|launch|value|share|note|back|praise|review|host|pledge|promise|plan|fund|finance|address|counter|advance|work|look|cooperate|partner|increase|call|urge|stress|study|process|form|target)$/;
/** Verbs of the third person that the tagger takes for plurals: "the Task Force monitors the". */
const SINGULAR = /^(?:monitors|supports|aims|plans|hosts|funds|benefits|welcomes|champions|launches|honors|guides|maps|targets|promises|pledges|commits|recognizes|aligns|sponsors|reviews|shares|helps|partners|documents)$/;
/** "USAID plans to", "the Japanese side hopes to": the same before an infinitive, where somebody can have a will. */
const WILLS = /^(?:plans|aims|hopes|intends|seeks|wishes|pledges|promises|vows)$/;
const WILLER = /^(?:side|government|ministry|department|agency|commission|council|committee|administration|institute|alliance|programme|program|partnership|initiative|mou|agreement|group|company|bank|fund|project|it|he|she|which|that|and)$/;
/** Participles that stand before a noun as its quality: "advanced materials", "shared principles". */
const QUALITY = /^(?:advanced|related|shared|continued|increased|enhanced|improved|integrated|combined|renewed|connected|associated|proposed|planned|united|established|emerging|developed|developing|expanded|visiting|working|coordinated|dedicated|growing|existing|leading|outstanding|remaining|ongoing|forthcoming|upcoming|like-minded|trusted|secured|sustained|targeted|qualified|unmanned|automated|distributed|applied)$/;
/** "fuel organized crime": the quality of what follows, where the tagger sees a verb. */
const ORGANIZED = /^organi[sz]ed$/;
/** Plurals that it takes for verbs: "food security needs,". */
const PLURALS = /^(?:needs|works|plans|calls|aims|views|links|threats|changes|demands|benefits|interests|attacks|uses|markets|risks|supports|efforts|challenges|impacts|concerns|costs|gains|exports|imports|visits|exchanges|exercises|buoys|studies|designs|trades|projects|programs|reports|steps)$/;
/** Words that go on a list of verbs: "to respond to A, combat B and address C". */
const LISTED = /^(?:combat|address|support|launch|share|advance|counter|fight|host|target|boost|pilot|form|fund|finance|increase|benefit|access|review|study|map|test|train|market|document|upgrade|streamline|harness|limit|reduce|ease|secure|tackle|double|better|market|help|welcome|note|showcase|step|offer|host|establish|create|align|foster|task|convene)$/;

/** Behind a determiner or at the beginning, with nothing but what describes it between. */
function isOneThing(tokens: readonly Token[], index: number): boolean {
  const opens = tokens.slice(0, index).findLastIndex(({ pos }) => !/^(?:NOUN|ADJ|PROPN)$/.test(pos));
  return opens < 0 || tokens[opens]?.pos === "DET";
}

function mend(token: Token, index: number, tokens: readonly Token[]): Token {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const as = (pos: string): Token => (pos === token.pos ? token : { ...token, pos });
  if (index === 0 && /^\p{L}{2,}ing$/u.test(token.lower) && token.pos !== "VERB" && after !== undefined && !/^(?:is|are|was|were|will|of|and|has|have|that|who|which)$/.test(after.lower) && /^(?:DET|ADJ|NOUN|PROPN|ADP|PRON|ADV|NUM|VERB|PART)$/.test(after.pos) && !/^(?:during|meeting|morning|evening|king)$/.test(token.lower)) return as("VERB");
  if (token.pos === "NOUN" && /s$/.test(token.lower) && SINGULAR.test(token.lower) && before !== undefined && /^(?:NOUN|PROPN|PRON)$/.test(before.pos) && after !== undefined && (after.pos === "DET" || /^(?:our|their|its|each)$/.test(after.lower))) return as("VERB");
  if (token.lower === "both" && token.pos === "DET" && (after?.pos === "VERB" || after?.pos === "AUX")) return as("PRON");
  if (token.lower === "wind" && token.pos === "VERB" && !/^(?:up|down)$/.test(after?.lower ?? "")) return as("NOUN");
  if (token.lower === "exchange" && token.pos === "NOUN" && before?.pos === "CCONJ" && /^(?:information|views|experiences?|best|lessons|data|knowledge|expertise)$/.test(after?.lower ?? "")) return as("VERB");
  // "and President Biden affirms the": what only verbs look like, after a name.
  if (token.pos === "NOUN" && /^(?:affirms|reaffirms|welcomes|commits|intends|reiterates|confirms|agrees|acknowledges|recognizes|recognises|underscores|appreciates)$/.test(token.lower) && before?.pos === "PROPN") return as("VERB");
  if (before === undefined && token.pos === "NOUN" && WILLED.test(token.text) && after?.lower === "to") return as("VERB");
  if (token.lower === "back" && token.pos !== "VERB" && after?.pos === "DET" && before !== undefined && (/^(?:still|also|both)$/.test(before.lower) || (before.pos === "NOUN" && /s$/.test(before.lower)))) return as("VERB");
  if (token.lower === "use" && token.pos === "NOUN" && before?.text === "," && after?.text === "," && tokens[index - 2]?.pos === "VERB") return as("VERB");
  if (/^(?:welcome|open)$/.test(token.lower) && token.pos === "ADJ" && before?.pos === "CCONJ" && (/^(?:them|it|the|a|an|this|these|its|their|our)$/.test(after?.lower ?? "") || (token.lower === "welcome" && /^(?:ADJ|NOUN|PROPN)$/.test(after?.pos ?? "")))) return as("VERB");
  if (token.pos === "NOUN" && WILLS.test(token.lower) && after?.lower === "to" && before !== undefined && (before.pos === "PROPN" || WILLER.test(before.lower))) return as("VERB");
  if (token.pos === "ADJ" && /ing$/.test(token.lower) && token.lower.length > 5 && (after?.pos === "DET" || /^(?:our|their|its)$/.test(after?.lower ?? ""))) return as("VERB");
  if (token.pos === "VERB" && before?.pos === "ADP" && before.lower !== "to" && !(before.lower === "as" && tokens[index - 2]?.lower === "well") && !/(?:ing|ed)$/.test(token.lower)) return as("NOUN");
  // "the cyber security drill, postponed": no verb in its base form has one thing for its subject.
  if (token.pos === "VERB" && before?.pos === "NOUN" && !/s$/.test(before.lower) && !/(?:s|ed|ing)$/.test(token.lower) && !isPast(token.lower) && (after?.text === "," || /^(?:that|involving|worth)$/.test(after?.lower ?? "")) && isOneThing(tokens, index)) return as("NOUN");
  if (token.pos === "VERB" && /^(?:research|design|trade|work|process)$/.test(token.lower) && after?.lower === "and" && before?.lower !== "to" && before?.pos !== "AUX") return as("NOUN");
  if (token.pos === "VERB" && /^(?:secure|open|clean|free|complete|clear|separate|advanced)$/.test(token.lower) && (tokens[index - 2]?.pos === "ADJ" || tokens[index - 2]?.text === ",") && before !== undefined && (before.pos === "CCONJ" || before.text === ",") && /^(?:NOUN|ADJ|PROPN)$/.test(after?.pos ?? "")) return as("ADJ");
  if (token.pos === "VERB" && QUALITY.test(token.lower) && before !== undefined && (before.pos === "CCONJ" || before.text === "," || before.pos === "ADJ") && /^(?:NOUN|ADJ|PROPN)$/.test(after?.pos ?? "")) return as("ADJ");
  if (token.pos === "VERB" && ORGANIZED.test(token.lower) && /^(?:crimes?|criminals?|gangs?|labou?r)$/.test(after?.lower ?? "")) return as("ADJ");
  if (token.pos === "VERB" && PLURALS.test(token.lower) && before !== undefined && /^(?:NOUN|ADJ|PROPN)$/.test(before.pos) && (after === undefined || /^(?:PUNCT|CCONJ|ADP)$/.test(after.pos))) return as("NOUN");
  if (token.pos === "NOUN" || token.pos === "ADJ" || token.pos === "ADV" || token.pos === "ADP") {
    const plural = before !== undefined && (before.pos === "PRON" && /^(?:we|they|both|all)$/.test(before.lower) || (/^(?:NOUN|PROPN)$/.test(before.pos) && /s$/.test(before.lower)) || before.pos === "PROPN" || /^(?:president|minister|chancellor|premier)$/.test(before.lower));
    const led = plural || (before !== undefined && (before.pos === "CCONJ" || /^(?:also|further|both|jointly|together)$/.test(before.lower)));
    if (led && WILLED.test(token.lower) && after?.lower === "to") return as("VERB");
    const we = before !== undefined && (/^(?:we|they)$/.test(before.lower) || (/^(?:also|further)$/.test(before.lower) && /^(?:NOUN|PROPN|PRON)$/.test(tokens[index - 2]?.pos ?? "")) || /^(?:leaders|sides|ministers|parties|countries|presidents|participants|members|governments|nations|partners|principals|officials|delegations|co-chairs|secretaries|states)$/.test(before.lower));
    if (we && /^(?:welcome|note|support|urge|condemn|denounce|applaud|commend|share|value|pledge|call|stress|request|partner|work)$/.test(token.lower) && !/^(?:,|and|of)$/.test(after?.lower ?? ",")) return as("VERB");
    if (before?.pos === "CCONJ" && /^(?:call|look|work|partner)$/.test(token.lower) && /^(?:on|upon|for|forward|together|closely|to|towards?|with)$/.test(after?.lower ?? "")) return as("VERB");
    if (plural && /^(?:share|welcome|support|value|note|face|host)$/.test(token.lower) && (after?.pos === "ADJ" || (token.lower === "share" && /^(?:concerns?|views|values|interests|goals|vision|objectives)$/.test(after?.lower ?? "")))) return as("VERB");
    if (plural && TAKEN.test(token.lower) && (after?.pos === "DET" || /^(?:our|their|its|this|these|to|for|with|together|closely|forward|on|upon|each)$/.test(after?.lower ?? ""))) return as("VERB");
    const opens = before === undefined || before.text === "," || before.pos === "CCONJ" || before.text === ";" || (before.lower === "as" && tokens[index - 2]?.lower === "well");
    const object = after !== undefined && (/^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(after.pos) || /^(?:our|their|its|each)$/.test(after.lower) || (token.lower === "step" && after.lower === "up"));
    const quality = before?.pos === "CCONJ" && (tokens[index - 2]?.text === "," ? tokens[index - 3] : tokens[index - 2])?.pos === "ADJ";
    if (opens && index > 0 && object && !(quality && token.pos === "ADJ") && LISTED.test(token.lower) && tokens.slice(0, index).some((one, at) => (one.lower === "to" && tokens[at + 1]?.pos === "VERB") || one.lower === "will")) return as("VERB");
    if (before === undefined && (LISTED.test(token.lower) || TAKEN.test(token.lower)) && object && !/^\p{Lu}/u.test(after?.text ?? "")) return as("VERB");
  }
  if (token.pos === "VERB" && /^(?:support|work|cooperation|progress|access|respect|attacks|help)$/.test(token.lower) && before?.lower !== "to" && before?.pos !== "PRON" && /^(?:to|from|of)$/.test(after?.lower ?? "") && tokens[index + 2]?.pos !== "VERB") return as("NOUN");
  if (token.pos === "VERB" || token.pos === "AUX") {
    if (before?.text === "-" && before.end === token.start && tokens[index - 2]?.lower !== "co") return as("ADJ");
    if (before?.text === "(" && after?.text === ")" && /^\p{Lu}{2,}/u.test(token.text)) return as("PROPN");
    if (after?.text === "-" && after.start === token.end && token.lower !== "co" && token.lower !== "re") return as("ADJ");
    if (token.pos === "VERB" && before !== undefined && DETERMINERS.has(before.lower) && before.pos !== "SCONJ" && !token.lower.endsWith("ing")) return token.lower.endsWith("ed") ? as("ADJ") : as("NOUN");
    if (token.pos === "VERB" && before?.pos === "ADJ" && NOUN_AFTER_ADJECTIVE.test(token.lower) && /^(?:of|for|to|in|on|between|with|and|,|\.)$/.test(after?.lower ?? ".")) return as("NOUN");
    if (token.pos === "VERB" && index > 0 && /^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(before?.text ?? "") && before?.pos !== "PUNCT" && token.text !== token.text.toUpperCase()) return as("PROPN");
    if (token.pos === "VERB" && index > 0 && /^\p{Lu}/u.test(token.text) && after !== undefined && /^\p{Lu}/u.test(after.text) && /^(?:PROPN|NOUN|ADJ)$/.test(after.pos)) return as("PROPN");
  }
  return token;
}
