import { LIMITS } from '../../api/limits/figures.js';
import { SEPARATOR } from '../../publish/cells.js';
import type { Column } from '../../publish/columns.js';
import { EVIDENCE_COLUMNS } from '../../publish/evidence.js';
import { inputsOf, type Input } from '../../publish/inputs.js';
import type { Variable } from '../../publish/variables.js';
import { hrefOf, type Ending, type SavedAddress } from './saved-address.js';

const variableShown = (
  { name, written, required, description, kind, values }: Omit<Variable, 'type' | 'named'>,
  defaults: SavedAddress['operation']['variables'],
): object => ({
  name,
  type: written,
  required,
  ...(name in defaults ? { default: defaults[name] } : {}),
  ...(kind ? { takes: `ids of ${kind.kind}, with or without ${kind.prefix}/` } : {}),
  ...(values ? { values } : {}),
  description,
});

const inputShown = ({ name, description, members }: Input): object => ({
  name,
  description,
  members: members.map((member) =>
    variableShown(member, 'default' in member ? { [member.name]: member.default } : {}),
  ),
});

/** The input objects that variables of these operations take, each once: what stands behind a dot of a parameter. */
export const inputsShown = (saved: readonly SavedAddress[]): readonly object[] =>
  inputsOf(saved.flatMap(({ address }) => address.variables)).map(inputShown);

type Shown = Pick<Column, 'name' | 'type' | 'list' | 'description'> & Partial<Column>;

const columnShown = ({ name, type, list, description, values }: Shown): object => ({
  name,
  type,
  ...(list ? { list, separator: SEPARATOR, escape: '\\' } : {}),
  ...(values ? { values } : {}),
  description,
});

/** What an operation asks, takes and gives, without the columns. */
export function summaryOf({ operation, address }: SavedAddress): {
  readonly name: string;
  readonly description: string;
  readonly row: object;
  readonly variables: readonly object[];
  readonly addresses: Readonly<Record<Ending, string>>;
} {
  const { name, variables } = operation;
  const { unit } = address;
  const endings = ['json', 'csv', 'evidence', 'schema'] as const;
  return {
    name,
    description: address.description,
    row: {
      path: unit.path.join('.'),
      type: unit.selected.type.name,
      description: unit.selected.type.description ?? '',
      pages: unit.paged,
    },
    variables: address.variables.map((variable) => variableShown(variable, variables)),
    addresses: Object.fromEntries(endings.map((ending) => [ending, hrefOf(name, ending)])) as Record<
      Ending,
      string
    >,
  };
}

/** All that `.schema.json` says of the files. */
export const schemaOf = (saved: SavedAddress): object => ({
  ...summaryOf(saved),
  inputs: inputsShown([saved]),
  columns: saved.address.columns.map(columnShown),
  evidenceColumns: EVIDENCE_COLUMNS.map(columnShown),
  file: {
    encoding: 'UTF-8',
    delimiter: ',',
    header: true,
    null: '',
    inert: "A quote (') stands before text that a spreadsheet would run as a formula.",
    rowsAtMost: LIMITS.fileRows,
    cut: 'A file that does not reach the end of the list has the header "Graph-Complete: false" and a Link with rel="next".',
  },
});
