import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inputsShown, summaryOf } from './described.js';
import { listingPage } from './listing-page.js';
import type { SavedAddress } from './saved-address.js';

/** Whether JSON is asked for before a page. */
function wantsJson({ accept = '' }: { readonly accept?: string | undefined }): boolean {
  const types = accept.split(',').map((type) => type.split(';')[0]?.trim());
  const json = types.indexOf('application/json');
  const page = types.indexOf('text/html');
  return json >= 0 && (page < 0 || json < page);
}

/** The list of the saved operations: a page, or JSON where that is asked for. */
export function answerListing(app: FastifyInstance, saved: readonly SavedAddress[]): void {
  const listed = saved.map(summaryOf);
  const json = `${JSON.stringify({ operations: listed, inputs: inputsShown(saved) })}\n`;
  const page = listingPage(saved);
  const answer = ({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply => {
    void reply.headers({ 'cache-control': 'no-cache', vary: 'Accept' });
    return wantsJson(headers)
      ? reply.type('application/json; charset=utf-8').send(json)
      : reply.type('text/html; charset=utf-8').send(page);
  };
  app.get('/q/', answer);
  // Links on the page are relative to the folder.
  app.get('/q', (_request, reply) => reply.redirect('q/', 308));
}
