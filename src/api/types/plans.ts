import { Int } from 'type-graphql';
import { classNamed, type ArgPlan, type FieldPlan, type Fields } from './declare.js';

/** A field of words. */
export const text = (description: string, nullable = false): FieldPlan => ({
  type: () => String,
  nullable,
  description,
});

/** A field with a whole number. */
export const whole = (description: string): FieldPlan => ({ type: () => Int, description });

/** A field with one object of a declared type. */
export const one = (type: string, description: string, nullable = false): FieldPlan => ({
  type: () => classNamed(type),
  nullable,
  description,
});

/** A field with a list of objects of a declared type. */
export const many = (type: string, description: string): FieldPlan => ({
  type: () => classNamed(type),
  list: true,
  description,
});

/** An argument that may be left out. */
export const may = (type: () => object, description: string): ArgPlan => ({
  type,
  nullable: true,
  description,
});

/** A list that may be left out. */
export const mayList = (type: () => object, description: string): ArgPlan => ({
  ...may(type, description),
  list: true,
});

/** What the answer to a question says of itself; `emptyBecause` is described by what would be missing. */
export const aboutAnswer = (emptyBecause: string): Fields => ({
  reading: text('How the question was read, in words.'),
  graphVersion: whole('Version of the graph that answered; it rises with each change.'),
  emptyBecause: text(emptyBecause, true),
});
