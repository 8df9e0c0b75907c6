import { Fragment } from 'react';
import { LinkById } from '../entities/link-by-id.js';
import { IN_TEXT } from './said-parts.js';

/** A sentence of the API in which things stand by their ids, with their names as links in place of them. */
export function NamingThings({ text }: { readonly text: string }) {
  const ids = text.match(IN_TEXT) ?? [];
  return text.split(IN_TEXT).map((between, index) => (
    <Fragment key={index}>
      {between}
      {ids[index] !== undefined && <LinkById id={ids[index]} />}
    </Fragment>
  ));
}
