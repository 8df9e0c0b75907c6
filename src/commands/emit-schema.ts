import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaText } from '../api/schema.js';

const file = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, schemaText());
console.log(`schema/schema.graphql is written.`);
