import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { house } from './house.js';

/** What Apollo answers with 4xx where the draft would rather have 200 for application/json. */
const WARNINGS = ['572B', 'FDE2', '7B9B'];

describe('the endpoint keeps the audits of GraphQL over HTTP', () => {
  const at = house();
  // The address is known only once the server has started.
  const audits = serverAudits({ url: () => `${at.server.address}/graphql`, fetchFn: fetch });

  it.each(audits)('$id $name', async (audit) => {
    const { status, ...told } = await audit.fn();
    const reason = 'reason' in told ? told.reason : undefined;
    // A notice is a thing that a server MAY do.
    expect(WARNINGS.includes(audit.id) ? ['ok', 'notice', 'warn'] : ['ok', 'notice'], reason).toContain(
      status,
    );
  });
});
