import { Link } from 'wouter';
import { useLink } from '../address/use-parameters.js';
import { EntityLink } from './entity-link.js';
import { useThing } from './named.js';

/** A thing by its id: its name as a link, or what stands in for it where the name is not known. */
export function LinkById({ id, otherwise = id }: { readonly id: string; readonly otherwise?: string }) {
  const link = useLink();
  const thing = useThing(id);
  return thing ? (
    <EntityLink entity={thing} />
  ) : (
    <Link href={link(`/${id}`)}>
      <bdi>{otherwise}</bdi>
    </Link>
  );
}
