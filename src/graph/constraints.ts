import { cypher, statement, type Statement } from './cypher.js';
import { SEARCH_INDEXES } from './search-indexes.js';

/** Every constraint and index that the statements rely on; ordered keys give pages and walks without a sort. */
export const SCHEMA: readonly Statement[] = [
  statement(
    'entityId',
    cypher`CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE`,
  ),
  statement('factId', cypher`CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE`),
  statement(
    'factIdentity',
    cypher`CREATE CONSTRAINT fact_identity IF NOT EXISTS FOR (n:Fact) REQUIRE n.identity IS UNIQUE`,
  ),
  statement('claimId', cypher`CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE`),
  statement('batchId', cypher`CREATE CONSTRAINT batch_id IF NOT EXISTS FOR (n:Batch) REQUIRE n.id IS UNIQUE`),
  statement('graphId', cypher`CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE`),
  statement(
    'stagedId',
    cypher`CREATE CONSTRAINT staged_id IF NOT EXISTS FOR (n:Staged) REQUIRE n.id IS UNIQUE`,
  ),
  statement('claimRegister', cypher`CREATE INDEX claim_register IF NOT EXISTS FOR (n:Claim) ON (n.register)`),
  statement(
    'paragraphLocator',
    cypher`CREATE INDEX paragraph_locator IF NOT EXISTS FOR (n:Paragraph) ON (n.locator)`,
  ),
  statement(
    'paragraphCitedAs',
    cypher`CREATE INDEX paragraph_cited_as IF NOT EXISTS FOR (n:Paragraph) ON (n.citedAs)`,
  ),
  statement('countryAlpha2', cypher`CREATE INDEX country_alpha2 IF NOT EXISTS FOR (n:Country) ON (n.alpha2)`),
  statement('countryAlpha3', cypher`CREATE INDEX country_alpha3 IF NOT EXISTS FOR (n:Country) ON (n.alpha3)`),
  statement('factKey', cypher`CREATE INDEX fact_key IF NOT EXISTS FOR (n:Fact) ON (n.key)`),
  statement('factKindKey', cypher`CREATE INDEX fact_kind_key IF NOT EXISTS FOR (n:Fact) ON (n.kindKey)`),
  statement('pairMin', cypher`CREATE INDEX pair_min IF NOT EXISTS FOR (n:Cooperation) ON (n.pairMin)`),
  statement('pairMax', cypher`CREATE INDEX pair_max IF NOT EXISTS FOR (n:Cooperation) ON (n.pairMax)`),
  statement('forKey', cypher`CREATE INDEX for_key IF NOT EXISTS FOR ()-[r:FOR]-() ON (r.key)`),
  statement('forKindKey', cypher`CREATE INDEX for_kind_key IF NOT EXISTS FOR ()-[r:FOR]-() ON (r.kindKey)`),
  statement('underKey', cypher`CREATE INDEX under_key IF NOT EXISTS FOR ()-[r:UNDER]-() ON (r.key)`),
  statement(
    'underKindKey',
    cypher`CREATE INDEX under_kind_key IF NOT EXISTS FOR ()-[r:UNDER]-() ON (r.kindKey)`,
  ),
  statement('batchVersion', cypher`CREATE INDEX batch_version IF NOT EXISTS FOR (n:Batch) ON (n.version)`),
  statement(
    'batchAppliedAt',
    cypher`CREATE INDEX batch_applied_at IF NOT EXISTS FOR (n:Batch) ON (n.appliedAt)`,
  ),
  statement('touchedKey', cypher`CREATE INDEX touched_key IF NOT EXISTS FOR ()-[r:TOUCHED]-() ON (r.key)`),
  statement(
    'touchedKindKey',
    cypher`CREATE INDEX touched_kind_key IF NOT EXISTS FOR ()-[r:TOUCHED]-() ON (r.kindKey)`,
  ),
  ...SEARCH_INDEXES,
];
