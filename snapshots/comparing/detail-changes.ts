/**
 * Deadlines and sums that moved, came or went inside a link, whether a deadline was met, and the bodies and instruments that it names anew. Compared by
 * value where there is one, else by their words.
 */
import type { Commitment, Detail, DetailChange, DetailType, Stage } from "../types.ts";

/** What changed between the details of two groups, deadlines first. */
export function detailChanges(before: readonly Commitment[], after: readonly Commitment[], stageAfter: Stage | null): DetailChange[] {
  const done = stageAfter === "underway" || stageAfter === "delivered";
  return (["deadline", "amount", "actor", "instrument"] as const).flatMap((type) => {
    const [gone, added] = apart(ofType(before, type), ofType(after, type));
    const met = type === "deadline" && done ? pairsOf(gone, apart(ofType(before, "date"), ofType(after, "date"))[1], meets) : [];
    const moved = [...met, ...pairsOf(gone.filter((one) => !met.some(([deadline]) => deadline === one)), added, becomes)];
    const rest = (list: readonly Detail[], side: 0 | 1): readonly Detail[] => list.filter((detail) => !moved.some((pair) => pair[side] === detail) && !isFew(detail));
    return [
      ...moved.map(([one, other]) => ({ type, before: one.text, after: other.text, direction: directionOf(one, other) })),
      ...rest(added, 1).map((detail) => ({ type, before: "", after: detail.text, direction: "added" as const })),
      // A date that a promise set itself is met, not gone, once the work is on its way or done.
      ...(type === "deadline" && done ? [] : rest(gone, 0).map((detail) => ({ type, before: detail.text, after: "", direction: "gone" as const }))),
    ];
  });
}

/** Years between a deadline and the day of the step that may have met it. */
const REACH = 3;

/** Whether a step may have met a deadline. */
const meets = (deadline: Detail, date: Detail): boolean => deadline.value !== null && date.value !== null && Math.abs(yearOf(date.value) - yearOf(deadline.value)) <= REACH;
const yearOf = (value: string): number => Number(value.slice(0, 4));

/** "Two working groups": a small number in words tells what there is, not how much; it counts where it moves. */
const isFew = ({ type, text }: Detail): boolean => type === "amount" && /^(?:one|two|three|four|five|six|seven|eight|nine|ten)\b(?![ -](?:hundred|thousand|million|billion|trillion|per ?cent))/i.test(text);

function ofType(group: readonly Commitment[], type: DetailType): Detail[] {
  const seen = new Set<string>();
  return group.flatMap(({ details }) => details).filter((detail) => {
    if (detail.type !== type || seen.has(keyOf(detail))) return false;
    seen.add(keyOf(detail));
    return true;
  });
}

/** What only one side has. */
function apart(before: readonly Detail[], after: readonly Detail[]): [Detail[], Detail[]] {
  const [one, other] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return [before.filter((detail) => !other.has(keyOf(detail))), after.filter((detail) => !one.has(keyOf(detail)))];
}

/** What a detail says, so that "ahead of the summit" is no other date than "before the summit", nor "each year" another rhythm than "annually". */
const keyOf = ({ type, value, text }: Detail): string => {
  if (type === "instrument") return wordsIn(value ?? text);
  return value ?? (type === "deadline" ? rhythmOf(plainOf(text)) : plainOf(text));
};
/** A "Roadmap for Digital Cooperation" is a "Digital Cooperation Roadmap". */
const wordsIn = (name: string): string => plainOf(name).split(" ").filter((word) => !/^(?:of|for|on|the|and|in|to|a|an)$/.test(word)).sort().join(" ");
const plainOf = (text: string): string => text.toLowerCase().replace(/\p{Pd}/gu, "").replace(/\s+/g, " ");
const rhythmOf = (text: string): string => RHYTHMS.find(([pattern]) => pattern.test(text))?.[1] ?? text.replace(/^(?:by|before|ahead of|prior to|in time for|no later than|until|at|in|on) (?:the )?/, "");
const RHYTHMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:annually|yearly|(?:once )?(?:a|an|per|each|every) year|on an? (?:annual|yearly) basis)$/, "annually"],
  [/^(?:semiannually|twice (?:a|per|each|every) year)$/, "twice a year"],
  [/^(?:biennially|every (?:two|2) years|every other year)$/, "every two years"],
  [/^(?:quarterly|(?:once )?(?:a|per|each|every) quarter|on a quarterly basis)$/, "quarterly"],
];

/** In order, each detail gone with the first other that fits it, none twice. */
function pairsOf(gone: readonly Detail[], others: readonly Detail[], fits: (one: Detail, other: Detail) => boolean): (readonly [Detail, Detail])[] {
  const free = [...others];
  return gone.flatMap((one) => {
    const at = free.findIndex((other) => fits(one, other));
    return at < 0 ? [] : free.splice(at, 1).map((other) => [one, other] as const);
  });
}

/** Whether one detail may have become another: of the same currency, the same thing counted. Bodies and instruments do not become others. */
const becomes = (one: Detail, other: Detail): boolean => one.type === "deadline" || (one.type === "amount" && unitOf(one) === unitOf(other));

/** The currency or the thing counted: what is not a number in the value. */
const unitOf = ({ value, text }: Detail): string => (value ?? text.toLowerCase()).replace(/[\d.,\s]+/g, " ").trim();
const numberOf = ({ value }: Detail): number => Number(/\d+(?:\.\d+)?/.exec(value ?? "")?.[0] ?? Number.NaN);

function directionOf(before: Detail, after: Detail): DetailChange["direction"] {
  if (before.value === null || after.value === null) return "changed";
  if (after.type === "date") return before.value < after.value ? "late" : "met";
  if (before.type === "deadline") return before.value < after.value ? "later" : "earlier";
  const [one, other] = [numberOf(before), numberOf(after)];
  return one < other ? "more" : one > other ? "less" : "changed";
}
