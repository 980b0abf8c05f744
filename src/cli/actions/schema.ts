import { factsJsonSchema } from '../../facts/json-schema.ts';
import { EXIT } from '../exit-code.ts';
import { printResult } from '../streams.ts';

export function schema(): number {
  printResult(schemaText());
  return EXIT.done;
}

/** The JSON Schema as a file. */
export function schemaText(): string {
  return `${JSON.stringify(factsJsonSchema(), null, 2)}\n`;
}
