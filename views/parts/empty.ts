/**
 * What stands where a list has nothing to show: why, and where to go from there.
 */
export interface EmptyModel {
  readonly title: string;
  readonly words: string;
  /** Null where there is nowhere to go. */
  readonly href: string | null;
  readonly label: string;
}
