import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { EntityPicker } from '../../entities/entity-picker.js';
import type { EntityKind } from '../../entities/kinds.js';
import { useTexts } from '../../texts/use-texts.js';
import { headingOf } from './worded.js';
import { isAsked, type SavedQuestion, type SavedVariable } from './saved.js';

/** The variables of a question as fields: what the address gives, else the value saved with the question. */
export function QuestionForm({ question }: { readonly question: SavedQuestion }) {
  const { questions } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const variables = question.variables.filter(isAsked);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      variables.map((variable) => [variable.name, parameters.get(variable.name) ?? saved(variable)]),
    ),
  );
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setParameters((all) => {
      const next = new URLSearchParams(all);
      for (const variable of variables) {
        const value = values[variable.name] ?? '';
        if (value === saved(variable)) next.delete(variable.name);
        else next.set(variable.name, value);
      }
      return next;
    });
  };
  if (variables.length === 0) return null;
  return (
    <form className="question-form" onSubmit={ask}>
      {variables.map((variable) => (
        <Field
          key={variable.name}
          variable={variable}
          value={values[variable.name] ?? ''}
          onChange={(value) => setValues((all) => ({ ...all, [variable.name]: value }))}
        />
      ))}
      <button type="submit" className="ask">
        {questions.ask}
      </button>
    </form>
  );
}

/** The value saved with the question, as an address writes it. */
function saved({ default: value }: SavedVariable): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Field({
  variable: { name, type, takes, values, required, description },
  value,
  onChange,
}: {
  readonly variable: SavedVariable;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { questions } = useTexts();
  const kinds = takes?.match(/ids of (\w+)/)?.[1];
  const list = type.startsWith('[');
  const [begun] = useState(value);
  return (
    <div className="field">
      <label htmlFor={`field-${name}`}>
        {headingOf(name)}
        {required && <span className="aside"> {questions.required}</span>}
      </label>
      {values && !list ? (
        <select id={`field-${name}`} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" />
          {values.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ) : type.startsWith('Boolean') ? (
        <select id={`field-${name}`} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" />
          <option value="true">{questions.yes}</option>
          <option value="false">{questions.no}</option>
        </select>
      ) : kinds && !list ? (
        <EntityPicker
          inputId={`field-${name}`}
          label={questions.pick(name)}
          placeholder={questions.pickByName}
          kinds={[kinds as EntityKind]}
          chosen={begun}
          onPick={({ id }) => onChange(id)}
          onType={onChange}
        />
      ) : (
        <input
          id={`field-${name}`}
          type={type.startsWith('Day') ? 'date' : 'text'}
          dir="auto"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {kinds && list && (
        <EntityPicker
          label={questions.pick(name)}
          placeholder={questions.pickByName}
          kinds={[kinds as EntityKind]}
          onPick={({ id }) => onChange(value === '' ? id : `${value},${id}`)}
        />
      )}
      <p className="aside" lang="en" dir="ltr">
        {description}
      </p>
    </div>
  );
}
