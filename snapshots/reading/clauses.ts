/**
 * What the search for predicates remembers: the verb groups of a sentence, the predicates found so far, and which verbs only belong to
 * another. And the questions that all its parts ask: what stands before a verb, and which verb another one goes on with.
 */
import { phraseOf } from "../language/phrases.ts";
import type { Token } from "../language/tagging.ts";
import type { VerbGroup } from "../language/verbs.ts";

/** A run of tokens, end exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface Predicate extends Run {
  readonly group: VerbGroup;
  /** Tokens that stand before the verb as its subject; for a coordinated predicate those of the one before. */
  readonly subject: Run;
  /** The predicate begins with words of its own, not only with its verb. */
  readonly ownSubject: boolean;
  /** The verb group that it continues: "will launch A and | establish B" inherits "will". */
  readonly anchor: Predicate | null;
  readonly how: "main" | "coordinated" | "complement" | "absolute" | "relative" | "item";
  /** Verbs that complete this one, outermost first: "agreed to | explore". */
  readonly inner: readonly VerbGroup[];
}

/** What the sentence is: whole, or an item that may begin with its verb. */
export type Shape = "sentence" | "item";

export interface State {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly found: Predicate[];
  /** Finite groups that belong to a subordinate clause. */
  readonly sub: Set<VerbGroup>;
  /** Infinitives and gerunds that complete a predicate's verb, with the predicate. */
  readonly complements: Map<VerbGroup, Predicate>;
}

export const SUBORDINATORS = /^(?:that|which|who|whom|whose|whether|how|what|where|why|because|although|though|if|unless|until|once|when|whenever|whereby)$/;

export const LOOSE = /^(?:as|since|after|before)$/;

/** The token before, adverbs skipped, and where it stands. */
export function leftOf(tokens: readonly Token[], from: number): { readonly at: number; readonly token: Token | null } {
  let at = from - 1;
  // "routinely and securely share": adverbs joined to each other belong to the verb.
  if (tokens[at]?.pos === "ADV" && tokens[at - 1]?.pos === "CCONJ" && tokens[at - 2]?.pos === "ADV") at -= 2;
  while (at >= 0 && (tokens[at]?.pos === "ADV" || /^(?:both|jointly|together|also|further)$/.test(tokens[at]?.lower ?? "")) && !LOOSE.test(tokens[at]?.lower ?? "") && !SUBORDINATORS.test(tokens[at]?.lower ?? "")) at--;
  const token = tokens[at] ?? null;
  // "and" in three words.
  if (token?.lower === "as" && tokens[at - 1]?.lower === "well" && tokens[at - 2]?.lower === "as") return { at, token: { ...token, pos: "CCONJ" } };
  return { at, token };
}

export type Left = ReturnType<typeof leftOf>;

export const joins = (left: Left): boolean => left.token !== null && (left.token.pos === "CCONJ" || /^[,;]$/.test(left.token.text) || /^(?:and|but|or)$/.test(left.token.lower));

export interface Beginning {
  readonly from: number;
  readonly subject: Run;
  readonly how: Predicate["how"];
  readonly anchor?: Predicate | null;
}

export function begin(group: VerbGroup, { from, subject, how, anchor }: Beginning): Predicate {
  return { group, from, to: from, subject, ownSubject: from < group.from && how !== "coordinated" && how !== "complement", anchor: anchor ?? null, how, inner: [] };
}

export function lastFinite(state: State, at: number): VerbGroup | null {
  for (let i = at - 1; i >= 0; i--) {
    const group = state.groups[i];
    if (group !== undefined && (state.sub.has(group) || state.found.some((one) => one.group === group))) return group;
  }
  return null;
}

export type Anchor =
  | { readonly kind: "main"; readonly group: VerbGroup; readonly predicate: Predicate }
  | { readonly kind: "complement"; readonly group: VerbGroup; readonly predicate: Predicate }
  | { readonly kind: "sub"; readonly group: VerbGroup }
  | { readonly kind: "purpose"; readonly group: VerbGroup };

/** The nearest verb before that a bare one can continue: after "will", after "to", or another bare one. */
export function anchorOf(state: State, at: number): Anchor | null {
  for (let i = at - 1; i >= 0; i--) {
    const group = state.groups[i];
    if (group === undefined || group.form === "gerund" || group.form === "participle") {
      const item = group === undefined ? undefined : state.found.find((one) => one.group === group && one.how !== "item");
      if (item === undefined || item.group.tense === "past") continue;
    }
    if (group === undefined) continue;
    const predicate = state.found.find((one) => one.group === group);
    const completed = state.complements.get(group);
    if (completed !== undefined) return { kind: "complement", group, predicate: completed };
    if (predicate !== undefined) return { kind: "main", group, predicate };
    if (state.sub.has(group)) return { kind: "sub", group };
    if (group.form === "infinitive" || group.form === "bare") return { kind: "purpose", group };
  }
  return null;
}

/** "work together to A, B and C" with short objects is one undertaking: it names fields of one piece of work. */
export function isLight({ tokens }: State, anchor: Anchor, group: VerbGroup): boolean {
  if (anchor.kind !== "complement") return false;
  const words = phraseOf(tokens.slice(anchor.predicate.group.head, anchor.group.from));
  if (!/\b(?:work|cooperate|collaborate|partner)(?:ing)?\b/.test(words)) return false;
  const end = tokens.slice(group.to).findIndex((token) => token.pos === "CCONJ" || /^[,;.]$/.test(token.text));
  return (end < 0 ? tokens.length - group.to : end) < 4;
}

/** "finalized and signed an MOU", "converse often and meet": without an object of its own a verb shares the next one's. */
export function isObjectless(tokens: readonly Token[], { group }: { readonly group: VerbGroup }, end: number): boolean {
  if (group.lemma === "be") return false;
  return tokens.slice(group.to, end).every((token) => /^(?:ADV|PUNCT|CCONJ|ADP|PART)$/.test(token.pos) && token.text !== ";");
}
