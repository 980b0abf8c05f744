import { ioError } from '../../disk/io-error.ts';
import { STANDARD_STREAM } from '../../disk/plan-outputs.ts';
import { CONTRACTS, type Contract, readOutside } from '../../disk/read-outside.ts';
import type { Source } from '../../facts/source.ts';
import { listenWhile } from './signals.ts';

/** What standard input is called in messages. */
export const STDIN_NAME = '<stdin>';

/**
 * Reads a facts file, or standard input for `-`. What is too large is not read to its end: a little more than the limit is enough for
 * the reader to refuse it. UserError where it cannot be read.
 */
export async function readSource(input: string, contract: Contract = CONTRACTS.facts): Promise<Source> {
  if (input !== STANDARD_STREAM) return { file: input, bytes: readOutside(input, contract) };
  try {
    return { file: STDIN_NAME, bytes: await drain(process.stdin, contract.largest) };
  } catch (error) {
    throw ioError('读取', STDIN_NAME, error);
  }
}

/** A pipe may keep us waiting, and meanwhile an interruption must get through. */
function drain(stream: AsyncIterable<Buffer>, largest: number): Promise<Uint8Array> {
  return listenWhile(readStream(stream, largest));
}

async function readStream(stream: AsyncIterable<Buffer>, largest: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largest) break;
  }
  return Buffer.concat(chunks);
}
