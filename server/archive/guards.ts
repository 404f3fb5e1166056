/** What keeps the rows of facts as they were written. */

/**
 * Triggers that refuse to delete, change or replace a row of this table. REPLACE deletes without firing triggers of deletion, so a second insert
 * of the same name is refused too: `twin` is the condition, in SQL, under which a row that stands is the one that comes in.
 */
export function guardsOf(table: string, twin = "id = NEW.id"): string {
  return `
CREATE TRIGGER ${table}_stay BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} are facts and are never deleted'); END;
CREATE TRIGGER ${table}_keep BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} are facts and are never changed'); END;
CREATE TRIGGER ${table}_once BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${twin})
BEGIN SELECT RAISE(ABORT, '${table} are facts and are never replaced'); END;`;
}
