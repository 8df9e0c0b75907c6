import { claimOf, type Claim } from '../../model/claim.js';
import type { References } from './references.js';
import type { Report } from './report.js';
import type { Statement } from './statement.js';

/** Other words for what a claim is about, in inferredFrom. */
const MEANS: Readonly<Record<string, string>> = { origin: 'grewOutOf' };

type Premises = ReadonlyMap<Statement, readonly Statement[]>;

/** The statements that each one was inferred from, as `target#about` names them. */
function premisesOf(statements: readonly Statement[], references: References, report: Report): Premises {
  const byTarget = new Map<string, Statement[]>();
  for (const statement of statements) {
    const own = byTarget.get(statement.target);
    if (own) own.push(statement);
    else byTarget.set(statement.target, [statement]);
  }
  const told = new Set<string>();
  return new Map(
    statements.map((statement) => [
      statement,
      statement.evidence.inferredFrom.flatMap((written) => {
        const [target = '', as = ''] = written.split('#', 2);
        const about = MEANS[as] ?? as;
        const found = (byTarget.get(target) ?? []).filter(
          (other) => about !== '' && (other.about === about || other.about.startsWith(`${about}:`)),
        );
        const unread = references.rowsOf(target).some((row) => report.isFaulty(row));
        const place = `${statement.row.file}:${statement.row.line}:${written}`;
        if (found.length === 0 && !unread && !told.has(place)) {
          told.add(place);
          const message = `No row makes the claim "${written}"; write target#about of a claim in these files, for example cooperation/x#existence.`;
          report.fault(statement.row, 'inferredFrom', message);
        }
        return found;
      }),
    ]),
  );
}

/** Gives claims their ids, premises first, since an id holds those of its premises; a circle is a fault. */
export function claimsOf(statements: readonly Statement[], references: References, report: Report): Claim[] {
  const premises = premisesOf(statements, references, report);
  const claims = new Map<Statement, Claim>();
  const underWay = new Set<Statement>();
  const stack: Statement[] = [];
  for (const start of statements) {
    stack.push(start);
    for (let statement = stack.at(-1); statement; statement = stack.at(-1)) {
      const waiting = (premises.get(statement) ?? []).filter((premise) => !claims.has(premise));
      const circle = waiting.find((premise) => underWay.has(premise) || premise === statement);
      if (claims.has(statement)) stack.pop();
      else if (waiting.length === 0 || circle) {
        if (circle) {
          const message = `What is inferred here leads back to itself by way of ${circle.target}#${circle.about}; take one premise out.`;
          report.fault(statement.row, 'inferredFrom', message);
        }
        const inferredFrom = (premises.get(statement) ?? []).flatMap(
          (premise) => claims.get(premise)?.id ?? [],
        );
        const { target, about, value, evidence } = statement;
        const unique = [...new Set(inferredFrom)].sort();
        claims.set(statement, claimOf({ target, about, value, ...evidence, inferredFrom: unique }));
        underWay.delete(statement);
        stack.pop();
      } else {
        underWay.add(statement);
        stack.push(...waiting);
      }
    }
  }
  return [...claims.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
