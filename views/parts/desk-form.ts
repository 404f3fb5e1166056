/**
 * Forms of the desk: each asks for one correction, with its reason.
 */

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface FieldModel {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "area" | "select";
  readonly value: string;
  readonly help: string;
  /** For `select`. */
  readonly options: readonly Choice[];
}

export interface DeskForm {
  /** Names the form within its page. */
  readonly id: string;
  readonly legend: string;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly FieldModel[];
  /** What stands in the field of the reason; null where none is asked for. */
  readonly reason: string | null;
  readonly submit: string;
}

/** What the forms of a page have in common. */
export interface FormMeans {
  readonly csrf: string;
  /** Where to go when it is done. */
  readonly back: string;
}

/** A form that makes a correction of this kind. */
export function correctionFormModel(kind: string, { csrf, back }: FormMeans, parts: { readonly legend: string; readonly fixed?: Readonly<Record<string, string>>; readonly fields?: readonly FieldModel[]; readonly reason?: string; readonly submit?: string; readonly id?: string }): DeskForm {
  const hidden = Object.entries({ csrf, back, kind, ...parts.fixed }).map(([name, value]) => ({ name, value }));
  return { id: parts.id ?? kind, legend: parts.legend, action: "/corrections", hidden, fields: parts.fields ?? [], reason: parts.reason ?? "", submit: parts.submit ?? "Correct" };
}

export function textField(name: string, label: string, more: Partial<Pick<FieldModel, "value" | "help" | "kind">> = {}): FieldModel {
  return { name, label, kind: "text", value: "", help: "", options: [], ...more };
}

export function selectField(name: string, label: string, choices: { readonly values: readonly string[]; readonly value: string; word?(value: string): string }): FieldModel {
  const { values, value, word = (one: string) => one } = choices;
  return { name, label, kind: "select", value, help: "", options: values.map((one) => ({ value: one, label: word(one), chosen: one === value })) };
}
