import { findGraph } from '../graph/graph-node.js';
import { rebuild } from '../graph/writes/rebuild.js';
import { modelHash } from '../model/shape.js';
import { withGraph } from './connect.js';
import { commandAsking, refuseAbsent, refuseForeign } from './prepare-graph.js';
import { run } from './run.js';

await run((config, say) =>
  withGraph(config, say, async (door) => {
    const asking = commandAsking('rebuild');
    const found = await findGraph(door, asking);
    refuseForeign(found);
    refuseAbsent(found);
    const version = await rebuild(door, modelHash(), asking, (done, of) =>
      say(`${done} of ${of} worked out anew`),
    );
    return `Everything derived was worked out anew; the graph is at version ${version}.`;
  }),
);
