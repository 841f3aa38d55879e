/** Something to say to a person, put into words where it is shown: the same shape as care's. */
export interface Said {
  readonly id: string;
  readonly values?: Readonly<Record<string, SaidValue>>;
}
export type SaidValue = string | number | Said | readonly Said[];
