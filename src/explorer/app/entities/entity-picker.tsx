import './entity-picker.css';
import { useCombobox } from 'downshift';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../ask/graphql.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';
import type { EntityKind } from './kinds.js';
import { useSettled } from './use-settled.js';

const SUGGEST = graphql(`
  query Suggest($text: String!, $kinds: [EntityKind!], $lang: Language!) {
    search(text: $text, prefix: true, kinds: $kinds, first: 8) {
      nodes {
        text
        language
        entity {
          __typename
          id
          name(lang: $lang)
        }
      }
    }
  }
`);

type Hit = ResultOf<typeof SUGGEST>['search']['nodes'][number];
export type Picked = Hit['entity'];

/** A box in which one types a name, in any of the six languages, and picks the thing; Enter with no pick gives the text. */
export function EntityPicker({
  label,
  placeholder,
  kinds,
  chosen = '',
  inputId,
  onPick,
  onText,
  onType,
  clears = false,
}: {
  readonly label: string;
  readonly placeholder?: string;
  readonly kinds?: readonly EntityKind[];
  readonly chosen?: string;
  readonly inputId?: string;
  readonly onPick: (entity: Picked) => void;
  readonly onText?: (text: string) => void;
  /** For a box whose words count as well, not only what is picked: each change of them. */
  readonly onType?: (text: string) => void;
  /** Whether the box is empty again after a pick, for the next one. */
  readonly clears?: boolean;
}) {
  const texts = useTexts();
  const { api: lang } = useLanguage();
  const [typed, setTyped] = useState(chosen);
  const text = useSettled(typed.trim(), 150);
  const asked = text.length > 0 && text !== chosen;
  const [{ data, fetching }] = useQuery({
    query: SUGGEST,
    variables: { text, lang, kinds: kinds ? [...kinds] : null },
    pause: !asked,
  });
  const hits = asked && data ? data.search.nodes : [];
  const box = useCombobox<Hit>({
    items: hits,
    inputValue: typed,
    itemToString: (hit) => (clears ? '' : (hit?.entity.name ?? '')),
    ...(clears ? { selectedItem: null } : {}),
    ...(inputId === undefined ? {} : { inputId }),
    onInputValueChange: ({ inputValue, selectedItem }) => {
      setTyped(inputValue);
      if (inputValue !== selectedItem?.entity.name) onType?.(inputValue);
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) onPick(selectedItem.entity);
    },
  });
  return (
    <div className="picker" role="search">
      <label className="for-readers" {...box.getLabelProps()}>
        {label}
      </label>
      <input
        {...box.getInputProps({
          placeholder,
          dir: 'auto',
          onKeyDown: (event) => {
            if (event.key !== 'Enter' || box.highlightedIndex >= 0 || typed.trim() === '' || !onText) return;
            event.preventDefault();
            onText(typed.trim());
            if (clears) setTyped('');
          },
        })}
      />
      <ul {...box.getMenuProps()} className={box.isOpen && asked ? 'open' : 'closed'}>
        {box.isOpen &&
          hits.map((hit, index) => (
            <li
              key={hit.entity.id}
              className={index === box.highlightedIndex ? 'at' : ''}
              {...box.getItemProps({ item: hit, index })}
            >
              <bdi>{hit.entity.name}</bdi>
              {hit.text !== hit.entity.name && <bdi className="found">{hit.text}</bdi>}
              <span className="kind">{texts.words.EntityKind[hit.entity.__typename]}</span>
            </li>
          ))}
        {box.isOpen && asked && !fetching && hits.length === 0 && (
          <li className="nothing" aria-disabled="true" role="option" aria-selected="false">
            {texts.home.nothing}
          </li>
        )}
      </ul>
    </div>
  );
}
