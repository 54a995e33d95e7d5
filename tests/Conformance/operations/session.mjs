// One local service for the tests of all operations, and what it was seen to answer.
import { after, before } from 'node:test';
import { startService } from '../service.mjs';

let service;

/** Names of the commands that were answered with success. */
export const answered = new Set();

/** Exceptions that were answered, as "<operation> <exception>". */
export const refused = new Set();

export const now = Math.floor(Date.now() / 1000);
export const at = seconds => new Date(seconds * 1000);

before(async () => { service = await startService(); });
after(() => service?.stop());

/** Sends a command and notes that it succeeded. */
export async function send(command) {
  const answer = await service.client.send(command);
  answered.add(command.constructor.name);
  return answer;
}
