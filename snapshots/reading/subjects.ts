/**
 * Who acts: whether the words before a verb name the parties together, one of them, a body or a matter of their partnership, or
 * somebody else. Words at the end of the subject decide: "the leaders of both countries", "Australia, India and Japan".
 */
import type { Knowledge } from "../types.ts";
import { partiesIn, type PartyMention } from "./parties.ts";

/**
 * - `together`: the parties, their leaders, "we"; `body`: a council, dialogue or working group of theirs;
 * - `one`: a single party or an authority of it; `matter`: a thing ("negotiations", "the call"); `other`: a third party or a person.
 */
export type Actor = "together" | "body" | "one" | "matter" | "other";

export interface SubjectMeans {
  /** Two of the parties of this document, joined, at the end of a subject; null where none is known. */
  readonly pair: RegExp | null;
  /** One of them at the end of a subject. */
  readonly alone: RegExp | null;
  /** Each party of this document by all its names. */
  readonly each: readonly RegExp[];
  /** Whether a text names a party that is none of this document's. */
  readonly namesOther: (text: string) => boolean;
  /** The same where somebody acts with it, by it or for it: "with Japan", not "in Ispra, Italy". */
  readonly actsWithOther: (text: string) => boolean;
}

const GROUP = "sides|parties|countries|leaders|governments|nations|partners|ministers|presidents|principals|co-chairs|cochairs|chairs|co-leads|delegations|delegates|participants|members|member states|states|economies|officials|heads of (?:state|government|delegation)s?(?: (?:and|or) (?:of )?government)?|secretaries|advis[eo]rs|representatives|commissioners|counterparts|envoys|negotiators|regulators|authorities|allies|signatories|co-conveners|governors|senior officials|experts|agencies|ministries";
const TOGETHER = new RegExp(`(?:^|\\b)(?:we|(?:we|they|us),? (?:both|all|also|therefore|each|together|jointly)|(?:(?:the|both|two|three|four|our|these|all|their|each of the|quad|g7|g20|brics|asean|allied|partner|the two)\\s+)(?:[\\w’'.-]+\\s+){0,4}?(?:${GROUP})(?:\\s+of\\s+[^,]{2,80})?)$`, "i");
const BARE_GROUP = new RegExp(`^(?:[\\w’'-]+ ){0,2}(?:${GROUP})$`, "i");
const BODY = /\b(?:council|summit|dialogue|meeting|forum|committee|commission|task force|working groups?|group|quad|g7|g20|brics|alliance|partnership|partners?hip|coalition|initiative|conference|ministerial|assembly|secretariat|network|mechanism|programme|program|framework|talks|consortium|fund|cent(?:er|re)|roadmap|plan|agreement|arrangement|memorandum|mou|compact|declaration|statement|communiqu[eé])$/i;
const TITLE = "President|Prime Minister|Vice President|Secretary|Minister|Chancellor|Premier|Commissioner|Foreign Minister|Ambassador|King|Queen|Sultan|Emir|Crown Prince|APNSA|NSA|National Security Advis[eo]r|Deputy|Executive Vice-President|High Representative|Leader|Chair|Administrator|Governor|Taoiseach";
const PERSONS = new RegExp(`\\b(?:${TITLE})\\s+(?:\\p{Lu}[\\p{L}’'.-]*\\s?){1,4}(?:,? and|,)\\s+(?:(?:the|their)\\s+)?(?:${TITLE}|\\p{Lu})`, "u");
const OFFICES = new RegExp(`\\b(?:${TITLE})s?(?: of (?:the )?\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+)*)? and (?:the |her |his )?(?:\\p{Lu}\\p{L}+ )?(?:${TITLE})(?: of [^,]{3,60})?$`, "u");
const PERSON = new RegExp(`^(?:the )?(?:\\p{Lu}[\\p{L}.]*\\s+){0,3}(?:${TITLE})\\b`, "u");
const TITLED = new RegExp(TITLE);
/** "We, along with a broad coalition of partners,". */
const ACCOMPANIED = /(?:^|,\s)(?:we|both sides|the two sides|they),? (?:together|along|jointly) with\b/i;
const AUTHORITY = /\b(?:ministry|department|agency|authority|commission|bank|treasury|office|embassy|foundation|institute|administration|ministries|departments|agencies|corporation|bureau|council|universit(?:y|ies)|government|secretary|minister|president)\b/i;

/** What stands between any two that are joined: where none of these is, no pair need be looked for. */
const JOINED = /,|\sand\s|[&–-]/;

/** Characters of a subject that are looked at, from its end. */
const LONGEST = 240;

/** Classifies the words before a verb. `followed` says what the sentence before was about, for "they" and "it". */
function actorOf(subject: string, { pair, alone, each, namesOther }: SubjectMeans, followed: Actor | null): Actor {
  // The end of a subject decides; a long beginning only costs time.
  const words = subject.slice(-LONGEST).replace(/\s+/g, " ").replace(/(?:[,\s]+|\b(?:also|further|jointly|additionally|now|therefore|then|again|together|similarly|separately|each|all|both have|have|has)\b)+$/i, "").trim();
  if (words === "") return followed ?? "together";
  const tail = words.split(/,\s+(?!(?:and|or)\b)/).at(-1) ?? words;
  if (/(?:^|[\s,“"])(?:we|both)$/i.test(words) || TOGETHER.test(words) || BARE_GROUP.test(tail)) return "together";
  if (/(?:^|\s)(?:they|the (?:two|three|four))$/i.test(words)) return followed === "other" || followed === "matter" ? "other" : "together";
  if (/(?:^|\s)(?:it)$/i.test(words)) return followed === "together" ? "body" : (followed ?? "matter");
  if (JOINED.test(words) && pair?.test(words) === true) return "together";
  const titled = TITLED.test(words);
  if ((titled && (PERSONS.test(words) || OFFICES.test(words))) || ACCOMPANIED.test(words)) return "together";
  if (alone?.test(words) === true) return "one";
  if (/\s(?:and|&)\s/.test(tail) && each.filter((party) => party.test(tail)).length >= 2) return "together";
  const head = tail.split(/\s+(?:of|on|for|between|in|under|with|to|from|at|by|through|against)\s+/)[0] ?? tail;
  if (/^(?:\d|approximately\b|some\b|about\b|nearly\b|over\b|more than\b|thousands\b|hundreds\b)/i.test(tail) && !/\b(?:countries|sides|parties|leaders)$/.test(tail)) return "matter";
  const foreign = namesOther(tail);
  // "The United States and Costa Rica", where only one is known as a party of this document.
  if (foreign && alone !== null && /\s(?:and|&)\s/.test(tail) && tail.split(/,\s*|\s+and\s+|\s+&\s+/).some((part) => alone.test(part))) return "together";
  if (foreign && !BODY.test(head)) return "other";
  if (/\b(?:our|their|both)\b[^,]*$/i.test(tail)) return BODY.test(tail) || /\b(?:teams|experts|officials|ministries|agencies|institutes|scientists|departments|institutions)$/i.test(tail) ? "together" : "matter";
  if (BODY.test(head) || BODY.test(tail)) return "body";
  if (/^(?:the |an? )?(?:new )?\(?[A-Z]{2,8}\)?$/.test(tail)) return "one";
  if (titled && PERSON.test(tail)) return "one";
  if (/^(?:he|she|who|one|some|many|most|analysts|critics|observers|experts say|industry|companies|businesses|citizens|people)\b/i.test(words)) return "other";
  // "the channel between the Commission and the ministry" is a thing, whatever it lies between.
  if (AUTHORITY.test(tail) && /\p{Lu}/u.test(tail) && (head === tail || AUTHORITY.test(head) || /\p{Lu}/u.test(head.replace(/^The /, "")))) return "one";
  if (/^(?:the )?(?:(?:\p{Lu}[\p{L}\p{N}.’'&-]*|of|and|for|the|\([A-Z]+\))(?:[,\s]+|$))+$/u.test(tail) && tail.split(" ").length > 1) return "one";
  return AUTHORITY.test(words) && /^(?:the )?\p{Lu}/u.test(words) && !/[,;] /.test(words.replace(/,(?= \p{Lu}\p{L}+ and \p{Lu})/gu, "")) ? "one" : "matter";
}

/** `actorOf` for the subjects of one document: the same few stand before most of its verbs, and each is asked about at seams and at predicates. */
export function actorFinder(means: SubjectMeans): (subject: string, followed: Actor | null) => Actor {
  const known = new Map<string, Actor>();
  return (subject, followed) => {
    const key = `${followed ?? ""}|${subject}`;
    const actor = known.get(key) ?? actorOf(subject, means, followed);
    known.set(key, actor);
    return actor;
  };
}

const kept = new WeakMap<Knowledge["parties"], Map<string, SubjectMeans>>();

/** The names of a document's parties, ready for `actorOf`. Made once for each set of parties: their expressions take longer to make than to use. */
export function subjectMeans(own: readonly string[], { parties }: Pick<Knowledge, "parties">): SubjectMeans {
  const known = kept.get(parties) ?? new Map<string, SubjectMeans>();
  kept.set(parties, known);
  const key = own.join(" ");
  const means = known.get(key) ?? makeMeans(own, parties);
  known.set(key, means);
  return means;
}

function makeMeans(own: readonly string[], parties: Knowledge["parties"]): SubjectMeans {
  const namesOf = (code: string): string[] => parties.filter((party) => party.code === code).flatMap(({ name, aliases, seats }) => [name, ...aliases, ...(seats ?? [])]).filter((name) => name.length > 1);
  const ours = own.flatMap(namesOf);
  // A place where no name can begin is passed over at once, as most are.
  const begins = ours.every((name) => /^[\p{Lu}\p{N}]/u.test(name)) ? "(?=[\\p{Lu}\\p{N}t])" : "";
  const anyOf = ours.map((name) => `(?:the )?${literal(name)}`).join("|");
  const othersIn = (text: string): readonly PartyMention[] => partiesIn(text, { parties }).filter(({ code, by }) => by !== "person" && !own.includes(code));
  // "the Union and | Japan": with one of ours before it; in "off the coasts of Chad and | Niger" it is only a place.
  const joint = anyOf === "" ? null : new RegExp(`(?:${anyOf})(?:[’']s?)?,?\\s+and\\s+(?:the\\s+)?$`, "u");
  return {
    pair: anyOf === "" ? null : new RegExp(`${begins}(?:${anyOf})(?:[’']s?)?(?:,\\s*|\\s*,?\\s+and\\s+|\\s*&\\s*|\\s*[-–]\\s*)(?:the\\s+)?(?:${anyOf})(?:\\s+(?:leaders|governments|sides|officials))?$`, "u"),
    alone: anyOf === "" ? null : new RegExp(`(?:^|[\\s“"])(?:${anyOf})(?:\\s+(?:side|government|leaders?|officials|delegation))?$`, "u"),
    each: own.map(namesOf).filter((names) => names.length > 0).map((names) => new RegExp(`(?<![\\p{L}])(?:${names.map(literal).join("|")})`, "u")),
    namesOther: (text) => othersIn(text).length > 0,
    actsWithOther: (text) => othersIn(text).some(({ start }) => start === 0 || /\b(?:with|between|by|from|for|to|of)\s+(?:the\s+)?$/.test(text.slice(Math.max(0, start - 14), start)) || (joint !== null && joint.test(text.slice(Math.max(0, start - 60), start)))),
  };
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
