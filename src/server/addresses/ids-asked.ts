import { codeAttribute } from '../../api/questions/codes.js';
import { idOfKind } from '../../api/questions/ids.js';
import type { Variable } from '../../publish/variables.js';
import type { Ask } from './asked.js';
import type { Arguments } from './parameters.js';

const BY_CODE = 'query CountryByCode($id: ID!) { country(id: $id) { id } }';

/** Whole ids where a variable's name says of which kind they are: `patents`, `topic/patents`; countries also by code. */
export async function withWholeIds(
  args: Arguments,
  variables: readonly Variable[],
  ask: Ask,
): Promise<Arguments> {
  const whole: Record<string, unknown> = { ...args };
  for (const { name, kind } of variables) {
    const given = args[name];
    if (!kind || given === null || given === undefined) continue;
    const idOf = async (text: string): Promise<string> => {
      if (kind.sort === 'entity' && codeAttribute(kind, text)) {
        const found = (await ask(BY_CODE, { id: text })).data['country'] as { id: string } | null;
        if (found) return found.id;
      }
      return idOfKind(text, name, kind);
    };
    whole[name] = Array.isArray(given)
      ? await Promise.all((given as string[]).map(idOf))
      : await idOf(given as string);
  }
  return whole;
}
