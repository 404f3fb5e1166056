/**
 * Where one undertaking ends and the next begins in a sentence: the seams before its verbs. The grammar of `predicates.ts` proposes some of
 * them; what is seen at each ("; " before it, a subject of its own, a verb of the parties' will) is weighed by a logistic regression that
 * was trained on annotated documents (`bench/seams.mjs`), and the predicates are cut or joined accordingly.
 */
import type { Token } from "../language/tagging.ts";
import { type VerbGroup, verbGroupsOf } from "../language/verbs.ts";
import type { CueWeights } from "../types.ts";
import { actIn } from "./acts.ts";
import { begin, joins, leftOf, type Predicate, type Run, SUBORDINATORS } from "./clauses.ts";
import { facet, together } from "./cue-names.ts";
import { completes, reservationIn, trimEnd } from "./predicates.ts";
import { weigh } from "./weighing.ts";

/** A place where a sentence may be cut. */
export interface Seam {
  /** The token that the second part begins with. */
  readonly at: number;
  readonly group: VerbGroup;
  /** The subject of its own, where the second part has one. */
  readonly subject: Run | null;
  /** The predicate that the grammar lets begin there. */
  readonly proposed: Predicate | null;
  readonly cues: readonly string[];
}

/** Whether a sentence is cut at a seam: its cues speak for it more than against it. */
export function isCut({ cues }: Seam, weights: CueWeights): boolean {
  return weigh(cues, weights) >= 0;
}

/** What is known of the sentence. */
export interface SeamMeans {
  readonly voice: string;
  readonly listed: boolean;
  /** Who acts, by the words before a verb. */
  readonly actorOf: (subject: string) => string;
}

/** All seams of a sentence, in order. */
export function seamsOf(tokens: readonly Token[], predicates: readonly Predicate[], means: SeamMeans): Seam[] {
  const [first] = predicates;
  if (first === undefined) return [];
  const groups = verbGroupsOf(tokens);
  const taken = new Set<number>();
  return groups.flatMap((group, index) => {
    const proposed = predicates.find((one) => one.group.from === group.from) ?? null;
    if (proposed === first || group.from <= first.group.from) return [];
    const place = proposed !== null ? { at: proposed.from, subject: proposed.from < proposed.group.from && proposed.how !== "coordinated" && proposed.how !== "complement" ? { from: proposed.from, to: group.from } : null } : placeOf(tokens, groups, index);
    if (place === null || place.at <= first.group.from || taken.has(place.at)) return [];
    taken.add(place.at);
    return [{ ...place, group, proposed, cues: cuesOf({ tokens, groups, index, place, proposed, predicates, means }) }];
  });
}

interface Place {
  readonly at: number;
  readonly subject: Run | null;
}

/** Where the part would begin that a verb belongs to: right after "and" or a mark, or with the subject that follows one. */
function placeOf(tokens: readonly Token[], groups: readonly VerbGroup[], index: number): Place | null {
  const group = groups[index];
  if (group === undefined) return null;
  const left = leftOf(tokens, group.from);
  if (joins(left)) return { at: left.at + 1, subject: null };
  const stop = groups[index - 1]?.to ?? 0;
  for (let at = group.from - 1; at >= stop; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!(token.pos === "CCONJ" || /^(?:[,;:–—]|while|whereas|but)$/.test(token.lower))) continue;
    if (tokens.slice(at + 1, group.from).some(({ pos }) => /^(?:NOUN|PROPN|PRON|NUM)$/.test(pos))) return { at: at + 1, subject: { from: at + 1, to: group.from } };
  }
  return null;
}

interface Sight {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly index: number;
  readonly place: Place;
  readonly proposed: Predicate | null;
  readonly predicates: readonly Predicate[];
  readonly means: SeamMeans;
}

const bucket = (count: number): string => (count < 3 ? "2" : count < 6 ? "5" : count < 12 ? "11" : count < 24 ? "23" : "24");

function cuesOf(sight: Sight): string[] {
  const { tokens, groups, index, place, proposed, predicates, means } = sight;
  const group = groups[index];
  const previous = groups[index - 1];
  const before = predicates.findLast((one) => one.group.from < place.at);
  if (group === undefined || before === undefined) return [];
  const words = (run: Run): string => tokens.slice(run.from, run.to).map(({ text }) => text).join(" ");
  const mark = markBefore(tokens, place.at);
  const facets: Record<string, string> = {
    ruled: proposed === null ? "no" : proposed.how,
    mark,
    form: group.form,
    own: place.subject === null ? "no" : means.actorOf(words(place.subject)),
    act: actIn(tokens, group) ?? "none",
    modal: group.modal ?? "none",
    tense: `${group.tense}${group.perfect ? "-perfect" : ""}${group.passive ? "-passive" : ""}`,
    depends: dependsOn(tokens, place.at, group.from),
    opens: opening(tokens[place.at]),
    after: `${before.group.form}-${before.group.modal ?? before.group.tense}`,
    afterAct: actIn(tokens, before.group) ?? "none",
    afterHow: before.how,
    beside: previous?.form ?? "none",
    object: tokens.slice(previous?.to ?? 0, place.at).some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos)) ? "yes" : "no",
    since: bucket(place.at - before.from),
    rest: bucket(tokens.length - place.at),
    more: String(Math.min(3, groups.slice(index + 1).filter((one) => joins(leftOf(tokens, one.from))).length)),
    acts: means.actorOf(words(before.subject)),
    voice: means.voice,
    listed: means.listed ? "yes" : "no",
  };
  const named = (name: string): string => facet(name, facets[name] ?? "");
  const joined = TOGETHER.map(([first, ...others]) => others.reduce((name, other) => together(name, named(other)), named(first)));
  return ["always", ...Object.keys(facets).map(named), ...joined, facet("verb", group.lemma), `pair:${before.group.lemma} ${group.lemma}`];
}

/** Facets that mean more together than apart. */
const TOGETHER = [
  ["ruled", "mark"], ["ruled", "form"], ["ruled", "act"], ["ruled", "voice"], ["ruled", "acts"], ["ruled", "own"], ["ruled", "beside"], ["ruled", "after"], ["ruled", "afterAct"], ["ruled", "since"], ["ruled", "listed"], ["ruled", "more"],
  ["mark", "form"], ["mark", "own"], ["mark", "beside"], ["mark", "act"], ["mark", "acts"], ["form", "beside"], ["form", "after"], ["form", "act"], ["own", "act"], ["own", "depends"], ["own", "opens"], ["act", "afterAct"], ["act", "acts"], ["modal", "after"], ["tense", "after"],
  ["ruled", "mark", "form"], ["mark", "form", "beside"], ["ruled", "form", "acts"], ["mark", "own", "depends"], ["ruled", "after", "form"],
] as const;

function markBefore(tokens: readonly Token[], at: number): string {
  const [one, two] = [tokens[at - 1]?.lower ?? "", tokens[at - 2]?.lower ?? ""];
  return /^[,;]$/.test(two) && !/^[,;]$/.test(one) ? `${two} ${one}` : one;
}

/** A word that makes the part depend on what stands before it. */
function dependsOn(tokens: readonly Token[], from: number, to: number): string {
  const found = tokens.slice(from, to).find(({ lower }) => SUBORDINATORS.test(lower) || /^(?:as|since|after|before)$/.test(lower));
  return found?.lower ?? "no";
}

function opening(token: Token | undefined): string {
  if (token === undefined) return "none";
  return /^(?:to|also|they|it|we|both|the|a|an|its|their|which|who|this|these|with|for|in|on|by|as)$/.test(token.lower) ? token.lower : token.pos;
}

/** The predicates of a sentence, cut at these seams and at no others. */
export function cutAt(tokens: readonly Token[], predicates: readonly Predicate[], seams: readonly Seam[]): Predicate[] {
  const [first] = predicates;
  if (first === undefined) return [];
  const parts: Predicate[] = [first];
  for (const { at, group, subject, proposed } of seams) {
    const last = parts.at(-1) ?? first;
    if (proposed !== null) parts.push(proposed);
    else {
      const continues = subject === null && group.modal === null && group.form !== "finite" && group.form !== "participle" && (last.group.modal !== null || last.anchor !== null || last.how === "item" || group.form === "infinitive" || group.form === "gerund");
      parts.push(begin(group, { from: at, subject: subject ?? last.subject, how: subject === null ? "coordinated" : "main", anchor: continues ? last : null }));
    }
  }
  const groups = verbGroupsOf(tokens);
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const place = predicates.indexOf(part);
    if (place >= 0 && predicates[place + 1] === next) return part;
    const to = trimEnd(tokens, part.from, reservationIn(tokens, part.from, next?.from ?? tokens.length));
    return { ...part, to, inner: part.inner.length > 0 ? part.inner.filter((one) => one.to <= to) : innerOf(tokens, groups, part, to) };
  });
}

/** Verbs that complete one: "agreed to | explore". */
function innerOf(tokens: readonly Token[], groups: readonly VerbGroup[], { group }: Predicate, to: number): VerbGroup[] {
  const inner: VerbGroup[] = [];
  for (const one of groups) {
    const last = inner.at(-1) ?? group;
    if (one.from >= group.to && one.to <= to && one.form === "infinitive" && completes(tokens, last, one)) inner.push(one);
  }
  return inner;
}
