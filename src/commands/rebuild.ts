import { rebuild } from '../graph/writes/rebuild.js';
import { modelHash } from '../model/shape.js';
import { withGraph } from './connect.js';
import { commandAsking, requireGraph } from './prepare-graph.js';
import { run } from './run.js';

await run((config, say) =>
  withGraph(config, say, async (door) => {
    const asking = commandAsking('rebuild');
    await requireGraph(door, asking);
    const version = await rebuild(door, modelHash(), asking, (done, of) =>
      say(`${done} of ${of} worked out anew`),
    );
    return `Everything derived was worked out anew; the graph is at version ${version}.`;
  }),
);
