import { BOUNDS, contradictory, UNKNOWN_PERIOD, type Period } from '../../model/values/period.js';
import type { Kind } from '../../model/declaration.js';
import { kindNamed, kindOfId } from '../../model/kinds.js';
import { labelsOf } from '../model-names.js';
import { checkEnds } from './ends.js';
import type { Findings } from './findings.js';
import { checkParties } from './parties.js';
import { checkProperties } from './properties.js';
import { isShown, type Standing } from './walk.js';

const ID = /^[a-z]+(-[a-z]+)*\/[a-z0-9][a-z0-9-]*$/;

/** Checks one entity or fact by itself; a node of no known kind cannot be checked further. */
export function checkNode(node: Standing, findings: Findings): void {
  const kind = kindOf(node, findings);
  if (!kind) return;
  checkProperties(node, kind, findings);
  checkPeriod(node, findings);
  checkEnds(node, kind, findings);
  if (kind.sort === 'fact') checkParties(node, kind, findings);
  if (!isShown(node)) return;
  findings.checked('evidence');
  if (!node.claimed && !node.listed) findings.wrong('evidence', node.id, null, 'no claim says that it is');
}

function kindOf(node: Standing, findings: Findings): Kind | undefined {
  const kind = node.kind === null ? undefined : kindNamed(node.kind);
  findings.checked('labels');
  findings.checked('ids');
  if (!kind) {
    findings.wrong(
      'labels',
      node.id,
      null,
      `is of the kind ${JSON.stringify(node.kind)}, which is not declared`,
    );
    return undefined;
  }
  const wanted = labelsOf(kind).map(({ text }) => text);
  if ([...wanted].sort().join() !== [...node.labels].sort().join()) {
    findings.wrong(
      'labels',
      node.id,
      null,
      `has the labels ${node.labels.join(', ')}, not ${wanted.join(', ')}`,
    );
    return undefined;
  }
  if (kindOfId(node.id) === kind && ID.test(node.id)) return kind;
  findings.wrong(
    'ids',
    node.id,
    null,
    `is no id of the kind ${kind.kind}; it would begin with ${kind.prefix}/`,
  );
  return undefined;
}

function checkPeriod({ id, properties }: Standing, findings: Findings): void {
  if (!BOUNDS.some((bound) => properties[bound] !== undefined)) return;
  findings.checked('periods');
  const period: Period = { ...UNKNOWN_PERIOD, ...(properties as Partial<Period>) };
  const { startMin, startMax, endMin, endMax } = period;
  const bounds = `${startMin ?? '?'} to ${startMax ?? '?'}, ${endMin ?? '?'} to ${endMax ?? '?'}`;
  // What sources contradict each other on holds all that any of them allows, in no order.
  if (properties['periodConflict'] === true) return;
  if (contradictory(period) || (startMin !== null && endMax !== null && startMin > endMax))
    findings.wrong('periods', id, 'period', `starts and ends out of order: ${bounds}`);
}
