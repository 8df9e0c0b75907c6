import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { EntityPicker } from '../../entities/entity-picker.js';
import { useTexts } from '../../texts/use-texts.js';
import { isOf, parametersOf, valuesIn, type Values } from './form/asked-values.js';
import { Inputs } from './form/inputs.js';
import { MemberField } from './form/member-field.js';
import { kindsAsked } from './form/type-asked.js';
import { isAsked, type SavedInput, type SavedQuestion, type SavedVariable } from './saved.js';
import { FieldName } from './field-name.js';

/** The variables of a question as fields: what the address gives, else the value saved with the question. */
export function QuestionForm({
  question,
  inputs,
}: {
  readonly question: SavedQuestion;
  readonly inputs: readonly SavedInput[];
}) {
  const { questions } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const variables = question.variables.filter(isAsked);
  const [values, setValues] = useState<Values>(() => valuesIn(parameters, variables, inputs));
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setParameters((all) => {
      const others = [...all].filter(([name]) => !variables.some((variable) => isOf(variable, name)));
      const asked = variables.flatMap((variable) => parametersOf(variable, values[variable.name]));
      return new URLSearchParams([...others, ...asked]);
    });
  };
  if (variables.length === 0) return null;
  return (
    <Inputs value={inputs}>
      <form className="question-form" onSubmit={ask}>
        {variables.map((variable) => (
          <Field
            key={variable.name}
            variable={variable}
            value={values[variable.name]}
            onChange={(value) => setValues((all) => ({ ...all, [variable.name]: value }))}
          />
        ))}
        <button type="submit" className="ask">
          {questions.ask}
        </button>
      </form>
    </Inputs>
  );
}

interface FieldOfForm {
  readonly variable: SavedVariable;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Field({ variable, value, onChange }: FieldOfForm) {
  return /^ID!?$/.test(variable.type) ? (
    <NamedThing variable={variable} value={value} onChange={onChange} />
  ) : (
    <MemberField place={variable.name} member={variable} value={value} onChange={onChange} />
  );
}

/** The one thing that a question is about: a box that takes its name, and its id as well. */
function NamedThing({ variable, value, onChange }: FieldOfForm) {
  const { questions } = useTexts();
  const { name, required, description } = variable;
  const [begun] = useState(typeof value === 'string' ? value : '');
  const kinds = kindsAsked(variable, undefined);
  return (
    <div className="field">
      <label htmlFor={`field-${name}`}>
        <FieldName field={name} />
        {required && <span className="aside"> {questions.required}</span>}
      </label>
      <EntityPicker
        inputId={`field-${name}`}
        label={questions.pick(name)}
        placeholder={questions.pickByName}
        {...(kinds ? { kinds } : {})}
        chosen={begun}
        onPick={({ id }) => onChange(id)}
        onType={onChange}
      />
      <p className="aside" lang="en" dir="ltr">
        {description}
      </p>
    </div>
  );
}
