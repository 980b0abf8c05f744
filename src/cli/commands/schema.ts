import { factsJsonSchema } from '../../facts/json-schema.ts';
import { listTemplates } from '../../template/load-template.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printResult } from '../terminal/streams.ts';
import { foldersHere } from './list-templates.ts';

export async function printSchema(): Promise<number> {
  printResult(await schemaText());
  return EXIT.done;
}

/** The JSON Schema as a file, with the templates that can be used here. */
export async function schemaText(): Promise<string> {
  const templates = (await listTemplates(await foldersHere())).value ?? [];
  return `${JSON.stringify(factsJsonSchema(templates), null, 2)}\n`;
}
