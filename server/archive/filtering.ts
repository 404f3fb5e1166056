/**
 * Turns a filter into conditions made of literal fragments, so that each combination is one prepared statement.
 */
import type { MeetingFilter } from "./types.ts";

export interface Conditions {
  /** `WHERE ...`, or nothing. */
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
}

/** One fragment for each field of a filter. */
export type Fragments = Readonly<Record<keyof MeetingFilter, string>>;

/** The conditions of those fields that the filter sets. */
export function conditions(filter: MeetingFilter, fragments: Fragments): Conditions {
  const parts: string[] = [];
  const values: Record<string, string> = {};
  for (const field of ["partnership", "party", "topic", "kind", "since", "until"] as const) {
    const value = filter[field];
    if (value === undefined) continue;
    parts.push(fragments[field]);
    // "~" follows every digit and hyphen: until 2024 is until its last day.
    values[field] = field === "until" ? `${value}~` : value;
  }
  return { where: parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`, values };
}

/** Prepares each statement once. */
export function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
