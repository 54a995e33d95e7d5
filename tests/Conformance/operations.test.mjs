// All operations through @aws-sdk/client-xray: with values, with each exception of the model, and none left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as sdk from '@aws-sdk/client-xray';
import './operations/traces.mjs';
import './operations/groups.mjs';
import './operations/sampling.mjs';
import './operations/resources.mjs';
import './operations/search.mjs';
import './operations/insights.mjs';
import { facts, unreachable } from './operations/errors.mjs';
import { answered, refused } from './operations/session.mjs';

const commands = Object.keys(sdk).filter(name => /^[A-Z]\w+Command$/.test(name)).sort();
const exceptions = Object.keys(sdk)
  .filter(name => name.endsWith('Exception') && name !== 'XRayServiceException')
  .sort();

test('the SDK has the operations of the table, and every one was answered', () => {
  assert.equal(commands.length, 38);
  assert.deepEqual(commands, Object.keys(facts.operations).map(name => `${name}Command`).sort());
  assert.deepEqual(commands.filter(name => !answered.has(name)), []);
});

test('every exception of the SDK was answered, from each operation that has it', () => {
  const modelled = Object.values(facts.operations).flatMap(operation => operation.exceptions);
  assert.deepEqual([...new Set(modelled)].sort(), exceptions);
  const missing = Object.entries(facts.operations)
    .flatMap(([operation, { exceptions: own }]) => own.map(error => `${operation} ${error}`))
    .filter(row => !refused.has(row));
  assert.deepEqual(missing, unreachable.map(({ operation, error }) => `${operation} ${error}`));
});

// A structure in the SDK: kind, namespace, name, traits, members, their kinds, and how many of the first are required.
test('the facts about the model agree with the SDK', () => {
  for (const [name, { path, method, request, response }] of Object.entries(facts.operations)) {
    const [, , own, { http: [verb, uri] }, input, output] = sdk[`${name}$`];
    assert.deepEqual([own, verb, uri], [name, method, path]);
    for (const [shape, structure] of [[input(), request], [output(), response]]) {
      const told = Object.keys(facts.structures[structure]?.members ?? {});
      assert.deepEqual([...shape[4] ?? []].sort(), told.sort(), structure);
    }
  }

  for (const [name, { members, required }] of Object.entries(facts.structures)) {
    const shape = sdk[`${name}$`];
    if (shape) {
      assert.deepEqual([...shape[4]].sort(), Object.keys(members).sort(), name);
      assert.deepEqual(shape[4].slice(0, shape[6] ?? 0).sort(), [...required].sort(), name);
    }
  }
});

test('what the SDK pages the table pages', () => {
  // Not in the paginators that AWS publishes for other languages.
  const alone = ['GetInsightEvents', 'GetInsightSummaries'];
  const paged = Object.keys(facts.operations).filter(name => facts.operations[name].pages !== null);
  const published = Object.keys(sdk)
    .filter(name => name.startsWith('paginate'))
    .map(name => name.slice('paginate'.length));
  assert.deepEqual(published.filter(name => !alone.includes(name)).sort(), paged.sort());
});
