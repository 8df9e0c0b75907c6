/** The package has no typings; only what edtf.ts uses is declared. */
declare module 'edtf' {
  /** Parses one date of year, month or day precision: first and last millisecond, UTC. Throws where the syntax is wrong. */
  export default function edtf(date: string): { readonly min: number; readonly max: number };
}
