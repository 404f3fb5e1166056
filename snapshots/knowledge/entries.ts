/**
 * A knowledge file that is one list of entries under one key: read as YAML, checked entry by entry, each name once.
 */
import { parse } from "yaml";
import { z } from "zod";

export type Entries<Entry> = { readonly kind: "read"; readonly entries: readonly Entry[] } | { readonly kind: "broken"; readonly problem: string };

export interface EntryForm<Schema extends z.ZodType> {
  /** The key that the list stands under. */
  readonly list: string;
  readonly entry: Schema;
  /** What may stand only once. */
  readonly nameOf: (entry: z.infer<Schema>) => string;
}

/** Reads the entries. Every scalar is taken as written, so that the code `NO` stays two letters. */
export function readEntries<Schema extends z.ZodType>(yamlText: string, form: EntryForm<Schema>): Entries<z.infer<Schema>> {
  let value: unknown;
  try {
    value = parse(yamlText, { schema: "failsafe" });
  } catch (error) {
    return { kind: "broken", problem: error instanceof Error ? (error.message.split("\n")[0] ?? "not YAML") : "not YAML" };
  }
  const checked = z.strictObject({ [form.list]: z.array(form.entry).min(1) }).safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return { kind: "broken", problem: issue === undefined ? `not a list of ${form.list}` : `${issue.path.join(".")}: ${issue.message}` };
  }
  const entries = checked.data[form.list] ?? [];
  const seen = entries.map(form.nameOf);
  const twice = seen.find((name, index) => seen.indexOf(name) !== index);
  return twice === undefined ? { kind: "read", entries } : { kind: "broken", problem: `${twice} stands twice` };
}
