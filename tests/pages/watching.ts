/**
 * Page models that are watched while templates read them: a field that is missing is a fault at once, and the fields that were
 * read are remembered by their places, with every index of a list as `[]`.
 */

/** A value whose objects throw when a field is read that they do not have. */
export function watched<Value>(value: Value, place: string, read: Set<string>): Value {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, name, receiver) {
      const field: unknown = Reflect.get(target, name, receiver);
      if (typeof name === "symbol" || typeof field === "function") return field;
      if (Array.isArray(target)) return name === "length" ? field : watched(field, `${place}[]`, read);
      if (!(name in target)) throw new TypeError(`${place} has no field ${name}`);
      read.add(`${place}.${name}`);
      return watched(field, `${place}.${name}`, read);
    },
  });
}

/** The places of all fields that a value has. */
export function fieldsOf(value: unknown, place: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${place}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [`${place}.${name}`, ...fieldsOf(field, `${place}.${name}`)]);
}
