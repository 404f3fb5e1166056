/**
 * Edits between two lists of tokens, and their tidying: a redline of a reworded sentence is read more easily when it marks a
 * few phrases than when it threads through every "the" and "of" that both wordings happen to have.
 */
import { diffArrays } from "diff";
import { countWords, isWord, type Token } from "./tokens.ts";

/** Tokens that both sides share (`equal`), or that one has in place of the other's; the two counts of `equal` are the same. */
export interface Stretch {
  readonly equal: boolean;
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

/** Words that stand equal between two edits and are taken into them. */
const ISLAND = 2;

/** The edits that turn one list into the other, or null where that takes more than `limit` of them. Time grows with its square at most. */
export function editsBetween(before: readonly Token[], after: readonly Token[], limit: number): Stretch[] | null {
  const changes = diffArrays(before.map(({ word }) => word), after.map(({ word }) => word), { maxEditLength: limit });
  if (changes === undefined) return null;
  const stretches: Stretch[] = [];
  let [b, a] = [0, 0];
  for (const { added, removed, count } of changes) {
    const [toB, toA] = [added ? b : b + count, removed ? a : a + count];
    stretches.push({ equal: !added && !removed, before: before.slice(b, toB), after: after.slice(a, toA) });
    [b, a] = [toB, toA];
  }
  return absorb(slide(joined(stretches)));
}

/** Edits that follow each other as one, and equal stretches too; empty ones go. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    if (stretch.before.length + stretch.after.length === 0) continue;
    const last = result.at(-1);
    if (last !== undefined && last.equal === stretch.equal) result[result.length - 1] = { equal: last.equal, before: [...last.before, ...stretch.before], after: [...last.after, ...stretch.after] };
    else result.push(stretch);
  }
  return result;
}

/** Takes islands of a word or two into the edits around them, where both edits are of words and as long as the island. */
function absorb(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (let at = 0; at < stretches.length; at++) {
    const [last, island, next] = [result.at(-1), stretches[at], stretches[at + 1]];
    if (island === undefined) break;
    const size = countWords(island.before);
    if (island.equal && last !== undefined && next !== undefined && size <= ISLAND && Math.min(weightOf(last), weightOf(next)) >= Math.max(1, size)) {
      result[result.length - 1] = { equal: false, before: [...last.before, ...island.before, ...next.before], after: [...last.after, ...island.after, ...next.after] };
      at++;
    } else result.push(island);
  }
  return result;
}

const weightOf = ({ before, after }: Stretch): number => Math.max(countWords(before), countWords(after));

/**
 * Where something was only put in or only left out, the same edit can often begin a few tokens earlier or later ("the [A and
 * the] B", "[the A and] the B"). The place is taken where it begins and ends best: at a sentence, else at a comma.
 */
function slide(stretches: readonly Stretch[]): Stretch[] {
  const result = [...stretches];
  for (let at = 1; at + 1 < result.length; at++) {
    const [left, edit, right] = [result[at - 1], result[at], result[at + 1]];
    if (left === undefined || edit === undefined || right === undefined || edit.equal || (edit.before.length > 0 && edit.after.length > 0)) continue;
    const shift = bestShift(left.before, edit.before.length > 0 ? edit.before : edit.after, right.before);
    if (shift !== 0) result.splice(at - 1, 3, ...shifted({ left, edit, right }, shift));
  }
  return joined(result);
}

function bestShift(left: readonly Token[], edit: readonly Token[], right: readonly Token[]): number {
  const sequence = [...left, ...edit, ...right];
  const at = (index: number): string => sequence[index]?.word ?? "";
  let [from, to] = [left.length, left.length + edit.length];
  while (from > 0 && at(from - 1) === at(to - 1)) [from, to] = [from - 1, to - 1];
  let best = { score: Number.NEGATIVE_INFINITY, from: left.length };
  for (; to <= sequence.length; from++, to++) {
    const score = boundary(sequence, from) + boundary(sequence, to);
    if (score > best.score || (score === best.score && Math.abs(from - left.length) < Math.abs(best.from - left.length))) best = { score, from };
    if (to === sequence.length || at(from) !== at(to)) break;
  }
  return best.from - left.length;
}

/** How well a sequence is cut before the token at an index. */
function boundary(sequence: readonly Token[], index: number): number {
  const [last, next] = [sequence[index - 1], sequence[index]];
  if (last === undefined || next === undefined || last.gap.includes("\n")) return 4;
  if (/[.!?;:]/.test(last.word) && !isWord(last)) return 3;
  if (!isWord(last) || !isWord(next)) return 1;
  return 0;
}

/** Moves the edit by tokens: rightwards the first of the right stretch join the left, leftwards the other way round. */
function shifted({ left, edit, right }: { readonly left: Stretch; readonly edit: Stretch; readonly right: Stretch }, by: number): Stretch[] {
  const turn = (tokens: readonly Token[], around: { readonly before: readonly Token[]; readonly after: readonly Token[] }): { head: readonly Token[]; edit: readonly Token[]; tail: readonly Token[] } => {
    const all = [...around.before, ...tokens, ...around.after];
    const from = around.before.length + by;
    return { head: all.slice(0, from), edit: all.slice(from, from + tokens.length), tail: all.slice(from + tokens.length) };
  };
  const before = turn(edit.before, { before: left.before, after: right.before });
  const after = turn(edit.after, { before: left.after, after: right.after });
  return [
    { equal: true, before: before.head, after: after.head },
    { equal: false, before: before.edit, after: after.edit },
    { equal: true, before: before.tail, after: after.tail },
  ];
}
