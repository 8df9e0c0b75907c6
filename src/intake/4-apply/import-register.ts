import type { Asking, Door, WriteTransaction } from '../../graph/door.js';
import { readKnown, readMadeElsewhere } from '../../graph/reads/known.js';
import { readMerges } from '../../graph/reads/merged.js';
import { applyUnlessIdle } from '../../graph/writes/apply.js';
import type { Applied } from '../../graph/writes/change-record.js';
import type { ApplyOptions } from '../../graph/writes/turn.js';
import { Fault } from '../../model/faults.js';
import type { Register } from '../1-read/register.js';
import { check } from '../2-check/check.js';
import { idsNamedIn } from '../2-check/named.js';
import { outlookOf, type Outlook } from '../3-plan/outlook.js';
import { heldOf, isEmpty, planOf, type Plan } from '../3-plan/plan.js';
import { IN_MEMORY, type Keeping } from '../keeping.js';

/** How a register is imported. */
export interface ImportOptions {
  /** Whether the files say only a part of what their sources say: then nothing is taken back. */
  readonly partial: boolean;
  /** Where its claims are kept until they are written; left out, in memory. */
  readonly keeping?: Keeping;
}

/** What an import would do. */
export interface Planned {
  readonly plan: Plan;
  readonly outlook: Outlook;
}

/** What an import did; `applied` is null when there was nothing to do. */
export interface Imported extends Planned {
  readonly applied: Applied | null;
}

/** Checks and plans a register against what the graph holds, without writing. */
export async function planRegister(
  tx: WriteTransaction,
  register: Register,
  { partial, keeping = IN_MEMORY }: ImportOptions,
): Promise<Planned> {
  const { name, rows, sources } = register;
  const merges = await readMerges((asked) => tx.run(asked));
  const ids = [...idsNamedIn(rows), ...merges.map(({ into }) => into)];
  const known = await readKnown(tx, ids, name, partial ? [] : sources);
  const checked = check(rows, {
    known: (id) => known.has(id),
    claiming: true,
    merges,
    keeping,
  });
  const held = await heldOf(tx, name, checked, keeping);
  const own = planOf(checked, held, { sources: new Set(sources), partial }, keeping);
  const plan = await ownPlan(tx, name, own, keeping);
  return { plan, outlook: outlookOf(checked, held, plan) };
}

/**
 * A claim is one register's: taken in under a second name, it could no longer be told who takes it back. One that the
 * other register no longer makes is made again as this one's.
 */
async function ownPlan(tx: WriteTransaction, name: string, plan: Plan, keeping: Keeping): Promise<Plan> {
  const elsewhere = await readMadeElsewhere(tx, plan.create, name);
  if (elsewhere.length === 0) return plan;
  const standing = elsewhere.filter(({ stands }) => stands);
  const [other] = standing;
  if (other)
    throw new Fault(
      'CONFLICT',
      `${standing.length.toLocaleString('en')} claims of these files stand already as those of the register ${other.register}: import them with --as ${other.register}, or undo that import first. Nothing was taken in.`,
    );
  const dropped = new Set(elsewhere.map(({ id }) => id));
  const create = keeping.claims();
  for (const claim of plan.create) if (!dropped.has(claim.id)) create.push(claim);
  return { ...plan, create, revive: [...plan.revive, ...dropped] };
}

/** Checks, plans and applies a register as one batch; nothing is written when a row is at fault or nothing changes. */
export async function importRegister(
  door: Door,
  register: Register,
  options: ImportOptions,
  made: { model: string },
  asking: Asking,
  watch: ApplyOptions = {},
): Promise<Imported> {
  let planned: Planned | undefined;
  const applied = await applyUnlessIdle(
    door,
    async (tx) => {
      planned = await planRegister(tx, register, options);
      return isEmpty(planned.plan) ? null : { register: register.name, ...planned.plan };
    },
    made,
    asking,
    watch,
  );
  if (!planned) throw new Error('An import was applied without a plan.');
  return { ...planned, applied };
}
