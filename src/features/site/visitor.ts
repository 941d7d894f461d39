/** Who looks at a page, as far as its header must know. */
export interface Visitor {
  readonly name: string | null;
  readonly email: string;
  /** Works here: a provider or a member of a clinic. */
  readonly isStaff: boolean;
}
