/**
 * What a reader chooses of a comparison: a view, a topic, an order, and how strictly commitments are held to be the same
 * undertaking. Each choice is an address.
 */
import { type Change, type Figures, STRICTNESSES, type Strictness } from "../../snapshots/index.ts";
import { type ComparisonQuery, type Order, type View, VIEWS } from "../addresses.ts";
import type { Names } from "../names.ts";

export interface Chip {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface DoubtModel {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  readonly meaning: string;
}

type Href = (change: ComparisonQuery) => string;

const VIEW_WORDS: Readonly<Record<View, string>> = { list: "List", side: "Side by side", text: "Whole text" };
const ORDER_WORDS: Readonly<Record<Order, string>> = { weight: "Weightiest first", text: "As in the texts" };
const LINK_WORDS: Readonly<Record<Strictness, { readonly label: string; readonly meaning: string }>> = {
  strict: { label: "Strict", meaning: "only what is surely the same undertaking is linked" },
  balanced: { label: "Balanced", meaning: "what is likely the same undertaking is linked" },
  inclusive: { label: "Inclusive", meaning: "what is possibly the same undertaking is linked as well" },
};

export function viewChips(current: View, href: Href): readonly Chip[] {
  return VIEWS.map((view) => ({ label: VIEW_WORDS[view], href: href({ view, page: null }), current: view === current }));
}

export function orderChips(current: Order, href: Href): readonly Chip[] {
  return (["weight", "text"] as const).map((order) => ({ label: ORDER_WORDS[order], href: href({ order, page: null }), current: order === current }));
}

export function doubtChips(current: Strictness, href: Href): readonly DoubtModel[] {
  return STRICTNESSES.map((links) => ({ ...LINK_WORDS[links], href: href({ links, page: null }), current: links === current }));
}

/** `List, weightiest first; strict: only what is surely the same undertaking is linked`. */
export function settingsLine({ view, order, links }: { readonly view: View; readonly order: Order; readonly links: Strictness }): string {
  const shown = view === "list" ? `${VIEW_WORDS.list}, ${ORDER_WORDS[order].toLowerCase()}` : VIEW_WORDS[view];
  return `${shown}; ${LINK_WORDS[links].label.toLowerCase()}: ${LINK_WORDS[links].meaning}`;
}

/** Topics that are offered; more are found through the priorities. */
const TOPICS = 12;

export function topicChips(changes: readonly Change[], { names, current, href }: { readonly names: Names; readonly current: string | null; readonly href: (topic: string | null) => string }): readonly Chip[] {
  const counts = new Map<string, number>();
  for (const { topic } of changes) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1]);
  const shown = ranked.filter(([topic], at) => at < TOPICS || topic === current);
  return shown.map(([topic, amount]) => ({ label: `${names.shortTopic(topic)} ${amount}`, href: href(topic === current ? null : topic), current: topic === current }));
}

/** `4 to 9`: between which numbers a figure lies, however strictly links are read; null where it does not matter. */
export function rangeOf(range: Readonly<Record<Strictness, Figures>>, figure: keyof Figures): string | null {
  const values = STRICTNESSES.map((links) => range[links][figure]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? null : `${least} to ${most}`;
}
