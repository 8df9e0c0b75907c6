import type { EntityKind, FactKind, Kind } from './declaration.js';
import { Agency } from './entities/agency.js';
import { Country } from './entities/country.js';
import { Document } from './entities/document.js';
import { Group } from './entities/group.js';
import { Initiative } from './entities/initiative.js';
import { Meeting } from './entities/meeting.js';
import { Paragraph } from './entities/paragraph.js';
import { Proposal } from './entities/proposal.js';
import { Source } from './entities/source.js';
import { Topic } from './entities/topic.js';
import { Cooperation } from './facts/cooperation.js';
import { Discussion } from './facts/discussion.js';
import { DocumentAct } from './facts/document-act.js';
import { Exchange } from './facts/exchange.js';
import { Finding } from './facts/finding.js';
import { Funding } from './facts/funding.js';
import { Involvement } from './facts/involvement.js';
import { Membership } from './facts/membership.js';
import { Mention } from './facts/mention.js';
import { Participation } from './facts/participation.js';
import { Position } from './facts/position.js';
import { Purpose } from './facts/purpose.js';
import { Succession } from './facts/succession.js';

/** Every kind of entity. */
export const ENTITY_KINDS: readonly EntityKind[] = [
  Country,
  Agency,
  Group,
  Initiative,
  Meeting,
  Topic,
  Proposal,
  Document,
  Paragraph,
  Source,
];

/** Every kind of fact. */
export const FACT_KINDS: readonly FactKind[] = [
  Exchange,
  Cooperation,
  Participation,
  Involvement,
  Funding,
  Membership,
  Position,
  Discussion,
  DocumentAct,
  Purpose,
  Finding,
  Mention,
  Succession,
];

/** Every kind, entities first. */
export const KINDS: readonly Kind[] = [...ENTITY_KINDS, ...FACT_KINDS];

const byPrefix = new Map(KINDS.map((kind) => [kind.prefix, kind]));
const byName = new Map(KINDS.map((kind) => [kind.kind, kind]));

/** The kind with this name, for example `Meeting`; undefined when there is none. */
export const kindNamed = (name: string): Kind | undefined => byName.get(name);

/** The kind that an id's first segment names: `meeting/cairo-2013` is a Meeting; undefined when there is none. */
export const kindOfId = (id: string): Kind | undefined => byPrefix.get(id.slice(0, id.indexOf('/')));

/** Whether a thing of this kind may stand at an end that allows `to`. */
export const fits = (kind: Kind, to: readonly string[]): boolean =>
  to.includes(kind.kind) || (kind.sort === 'fact' && to.includes('Fact'));

/** Whether an id is that of a fact. */
export const isFactId = (id: string): boolean => kindOfId(id)?.sort === 'fact';
