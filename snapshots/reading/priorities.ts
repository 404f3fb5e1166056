/** What a document gives room to: topics by their share of the words of its commitments. */
import { wordsOf } from "../language/words.ts";
import type { Commitment, Priority, Slug } from "../types.ts";

/** Topics ranked by share of words; with equal shares the one with more commitments stands first, then the alphabet decides. */
export function rankPriorities<One extends Pick<Commitment, "topic" | "plain">>(commitments: readonly One[], wordsIn: (commitment: One) => number = ({ plain }) => wordsOf(plain).length): Priority[] {
  const room = new Map<Slug, { words: number; count: number }>();
  let all = 0;
  for (const commitment of commitments) {
    const { topic } = commitment;
    const words = wordsIn(commitment);
    const known = room.get(topic) ?? { words: 0, count: 0 };
    room.set(topic, { words: known.words + words, count: known.count + 1 });
    all += words;
  }
  return [...room]
    .toSorted(([a, one], [b, two]) => two.words - one.words || two.count - one.count || (a < b ? -1 : 1))
    .map(([topic, { words }], index) => ({ topic, rank: index + 1, share: all === 0 ? 0 : words / all }));
}
