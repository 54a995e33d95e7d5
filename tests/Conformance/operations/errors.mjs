// Each exception of the model from each operation that has it. The cases are those of tests/Cases/errors/modelled.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as sdk from '@aws-sdk/client-xray';
import { startService } from '../service.mjs';
import { refused, send } from './session.mjs';

const read = path => JSON.parse(readFileSync(new URL(`../../Cases/${path}`, import.meta.url), 'utf8'));

export const facts = read('wire/model-facts.json');
export const { cases, unreachable } = read('errors/modelled.json');

const times = new Set(['StartTime', 'EndTime', 'Timestamp']);
const command = (operation, request) => new sdk[`${operation}Command`](
  JSON.parse(request, (key, value) => times.has(key) && typeof value === 'number' ? new Date(value * 1000) : value));
const filled = (value, kept) => Object.entries(kept).reduce(
  (text, [name, instead]) => text.replaceAll(`{${name}}`, instead), JSON.stringify(value));

async function prepare({ operation, request, times: count = 1, keep = {} }, kept) {
  for (let n = 1; n <= count; n++) {
    const answer = await send(command(operation, filled(request, kept).replaceAll('{n}', n)));
    for (const [name, path] of Object.entries(keep)) {
      kept[name] = path.split('.').reduce((value, member) => value[member], answer);
    }
  }
}

/** Takes away what a case made. */
async function clear() {
  for (const { GroupName } of (await send(new sdk.GetGroupsCommand({}))).Groups) {
    if (GroupName !== 'Default') {
      await send(new sdk.DeleteGroupCommand({ GroupName }));
    }
  }

  for (const { SamplingRule: { RuleName } } of (await send(new sdk.GetSamplingRulesCommand({}))).SamplingRuleRecords) {
    if (RuleName !== 'Default') {
      await send(new sdk.DeleteSamplingRuleCommand({ RuleName }));
    }
  }

  for (const { PolicyName } of (await send(new sdk.ListResourcePoliciesCommand({}))).ResourcePolicies) {
    await send(new sdk.DeleteResourcePolicyCommand({ PolicyName }));
  }
}

for (const { operation, name, before = [], request, status, error, message } of cases) {
  test(`${operation} answers ${error}: ${name}`, async () => {
    const kept = {};
    for (const step of before) {
      await prepare(step, kept);
    }

    await assert.rejects(send(command(operation, filled(request, kept))), failure => {
      assert.ok(failure instanceof sdk[error], `${failure.name}: ${failure.message}`);
      assert.equal(failure.$metadata.httpStatusCode, status);
      if (message !== null) {
        assert.equal(failure.Message ?? failure.message, JSON.parse(filled(message, kept)));
      }

      return true;
    });
    refused.add(`${operation} ${error}`);
    await clear();
  });
}

test('every operation answers ThrottledException beyond the limit of requests', async () => {
  const limited = await startService('-RequestLimit', '0.001');
  try {
    for (const operation of Object.keys(facts.operations)) {
      const ask = () => limited.client.send(new sdk[`${operation}Command`]({}));
      await ask().catch(failure => assert.ok(!(failure instanceof sdk.ThrottledException), `${operation}: ${failure}`));
      await assert.rejects(ask(), failure => {
        assert.ok(failure instanceof sdk.ThrottledException, `${operation}: ${failure}`);
        assert.deepEqual([failure.$metadata.httpStatusCode, failure.message], [429, 'Rate exceeded']);
        return true;
      });
      refused.add(`${operation} ThrottledException`);
    }
  } finally {
    await limited.stop();
  }
});
