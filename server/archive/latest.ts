/**
 * Answers that are kept until something is written: the latest so many, of which the one that was asked for longest ago goes
 * first. What is asked within a transaction that writes is answered anew, as that may still be undone.
 */
import { type Database, isWriting, writes } from "./database.ts";

/** Answers by a key that names the question. */
export type Latest<Answer> = (key: string, ask: () => Answer) => Answer;

export function keepLatest<Answer>(db: Database, most: number): Latest<Answer> {
  const kept = new Map<string, { readonly answer: Answer }>();
  let known = -1;
  return (key, ask) => {
    if (isWriting(db)) return ask();
    const now = writes(db);
    if (now !== known) kept.clear();
    known = now;
    const found = kept.get(key) ?? { answer: ask() };
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return found.answer;
  };
}

/** Longer lists are parts of tables and exports, which are asked for once. */
const LONGEST = 150;

/** The same for lists, by what was asked and how many were asked for. */
export function keepLists<List>(db: Database, most: number): (asked: { readonly limit: number; readonly [name: string]: unknown }, ask: () => List) => List {
  const latest = keepLatest<List>(db, most);
  return (asked, ask) => (asked.limit > LONGEST ? ask() : latest(JSON.stringify(asked), ask));
}
