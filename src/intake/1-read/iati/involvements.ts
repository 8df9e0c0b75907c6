import { Involvement } from '../../../model/facts/involvement.js';
import { factId } from './ids.js';
import type { Organisations } from './organisations.js';
import type { Recipients } from './places.js';
import { addRowOf, type Activity } from './reading.js';

/** Id of the involvement of an actor in an activity. */
export const involvementId = ({ key }: Activity, actor: string): string => factId('involvement', key, actor);

/** One Involvement for each actor that an activity names, with all its roles. */
export function involvementsOf(activity: Activity, { known }: Organisations, recipients: Recipients): void {
  const parts = new Map<string, { roles: string[]; line: number; percentage: string | undefined }>();
  for (const { actor, role, line } of known) {
    const own = parts.get(actor);
    if (own) own.roles.push(role);
    else parts.set(actor, { roles: [role], line, percentage: undefined });
  }
  for (const { actor, line, percentage } of recipients.known) {
    const own = parts.get(actor) ?? { roles: [], line, percentage };
    parts.set(actor, { ...own, roles: [...own.roles, 'beneficiary'], percentage });
  }
  for (const [actor, { roles, line, percentage }] of parts)
    addRowOf(activity, Involvement, line, {
      id: involvementId(activity, actor),
      occasion: activity.identifier,
      party: roles.map((role) => `${actor}:${role}`).join(' | '),
      initiative: activity.id,
      percentage,
    });
}
